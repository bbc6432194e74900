import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { TEST_SECRETS } from './house.js';

/** How many times a test kills a hub; HEADWATERS_KILLS=20 makes it twenty. */
export const KILLS = Number(process.env['HEADWATERS_KILLS'] ?? 3);

/** A hub in a process of its own, so that it can be stopped and killed. */
export interface HubProcess {
  readonly address: string;
  /** What it has said so far, on both streams. */
  readonly words: () => string;
  /** End it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** End it as Ctrl-C would. @returns its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Start a hub with these settings; its promise resolves when it is open, or when it has ended. */
export async function hubProcess(settings: Readonly<Record<string, string>>): Promise<HubProcess> {
  const port = settings['PORT'] ?? String(await freePort());
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { PATH: process.env['PATH'], PORT: port, LOG_LEVEL: 'silent', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  let words = '';
  const opened = new Promise<void>((resolve) => {
    const hear = (text: Buffer): void => {
      words += text.toString();
      if (words.includes('Headwaters answers at')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  await Promise.race([opened, ended]);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    const [code] = await ended;
    return code;
  };
  return {
    address: `http://127.0.0.1:${port}`,
    words: () => words,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: async () => end('SIGTERM'),
  };
}

/** The settings of a hub on a test's database. */
export function settingsOn(databaseUrl: string): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: databaseUrl,
    MASTER_REC: TEST_SECRETS.record.toString('hex'),
    MASTER_PERT: TEST_SECRETS.perturbation.toString('hex'),
    SIGNING_KEY: TEST_SECRETS.signing.toString('hex'),
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
