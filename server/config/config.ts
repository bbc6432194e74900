import { z } from 'zod';

import { secretFaults, secretsFrom } from './secret-settings.js';
import type { SecretBytes } from './secret-settings.js';
import { SettingsError } from './settings-error.js';

/** How the house is set up. Read once, at start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null starts the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  /** Null where the environment gives none. */
  readonly secrets: SecretBytes | null;
  /** File to read the secrets from; null for the environment, or the data folder. */
  readonly keyFile: string | null;
  readonly withDemo: boolean;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

type Environment = Readonly<Record<string, string | undefined>>;

const secret = z.string().regex(/^[0-9a-f]{64}$/i, 'is not 64 hexadecimal digits. Make one with: openssl rand -hex 32');

const shape = z
  .object({
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'is not a port: a whole number from 1 to 65535. Set for instance PORT=4000')
      .default('4000')
      .transform(Number)
      .refine(
        (port) => port >= 1 && port <= 65_535,
        'is not a port: a whole number from 1 to 65535. Set for instance PORT=4000',
      ),
    HOST: z
      .string()
      .min(1, 'is empty: it is an address or a host name. Leave it out for 127.0.0.1')
      .default('127.0.0.1'),
    DATABASE_URL: z
      .string()
      .regex(
        /^postgres(ql)?:\/\/.+/,
        'is not a PostgreSQL address: postgresql://user:password@host:5432/name. Leave it out for the embedded one',
      )
      .optional(),
    DATA_DIR: z.string().min(1, 'is empty: it is a folder. Leave it out for .headwaters').default('.headwaters'),
    MASTER_REC: secret.optional(),
    MASTER_PERT: secret.optional(),
    SIGNING_KEY: secret.optional(),
    KEY_FILE: z
      .string()
      .min(1, 'is empty: it is the path of a file. Leave it out to give the secrets as settings')
      .optional(),
    DEMO: z.enum(['true', 'false'], 'is neither true nor false. Set DEMO=true or DEMO=false').optional(),
    LOG_LEVEL: z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
        'is not a level: fatal, error, warn, info, debug or silent. Leave it out for warn',
      )
      .default('warn'),
  })
  .superRefine((given, context) => {
    for (const { path, message } of secretFaults(given)) context.addIssue({ code: 'custom', path: [path], message });
  });

/**
 * Read the settings of an environment; an empty one counts as not given.
 *
 * @throws SettingsError naming every setting that is wrong, at once, and no value.
 */
export function configFrom(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}.`));
  }

  const { PORT, HOST, DATABASE_URL, DATA_DIR, KEY_FILE, DEMO, LOG_LEVEL } = parsed.data;
  return Object.freeze({
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL ?? null,
    dataFolder: DATA_DIR,
    secrets: secretsFrom(parsed.data),
    keyFile: KEY_FILE ?? null,
    withDemo: DEMO === undefined ? DATABASE_URL === undefined : DEMO === 'true',
    logLevel: LOG_LEVEL,
  });
}
