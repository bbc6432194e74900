import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { SECRET_NAMES, secretsFrom } from './config/index.js';
import type { Config, SecretBytes } from './config/index.js';
import { madeWith } from './flow/index.js';
import type { House } from './flow/index.js';
import { errorCodeOf, randomHex } from './lib/index.js';

const SECRET_BYTES = 32;
const HEXADECIMAL = /^[0-9a-f]{64}$/i;
/** Permissions of a file that group and others may do nothing with. */
const OTHERS_MASK = 0o077;

/** The secrets: of the settings, of the key file they name, or of the data folder, where they are made the first time. */
export async function secretsOf({ secrets, keyFile, dataFolder }: Config): Promise<SecretBytes> {
  if (secrets !== null) return secrets;
  return keyFile === null ? keptSecrets(join(dataFolder, 'secrets.json')) : secretsIn(keyFile);
}

/** Losing the file loses every number ever published. */
async function keptSecrets(file: string): Promise<SecretBytes> {
  try {
    const made = SECRET_NAMES.map((name) => [name, randomHex(SECRET_BYTES)]);
    const text = JSON.stringify(Object.fromEntries(made), null, 2);
    await writeFile(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCodeOf(error) !== 'EEXIST') throw error;
  }
  return secretsIn(file);
}

/** The secrets in a key file. @throws when it cannot be read, is open to others, or lacks one. */
export async function secretsIn(file: string): Promise<SecretBytes> {
  const { mode } = await stat(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  if ((mode & OTHERS_MASK) !== 0 && process.platform !== 'win32') throw openToOthers(file);

  const kept = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as Readonly<Record<string, string | undefined>>)
    .catch((cause: unknown) => {
      throw unreadable(file, cause);
    });
  const given = Object.fromEntries(SECRET_NAMES.map((name) => [name, kept[name] ?? '']));
  const bad = SECRET_NAMES.filter((name) => !HEXADECIMAL.test(given[name] ?? ''));
  const secrets =
    bad.length > 0 || new Set(Object.values(given)).size < SECRET_NAMES.length ? null : secretsFrom(given);
  if (secrets === null) throw unusable(file, bad);
  return secrets;
}

/**
 * Refuse to open with other secrets than the released numbers were made with, or with a manifest that was touched.
 *
 * With others every count would get another noise: one more look for everybody, and no published number could be made
 * again. Source: disclosure policy, section 2.17.
 */
export async function refuseOtherSecrets(house: House): Promise<void> {
  const release = await house.store.releases.latest();
  if (release === null || madeWith(release, house.secrets)) return;

  throw new Error(
    `The secrets are not those release ${release.id} was made with, or its manifest was changed. Released numbers can be ` +
      'made with their own secrets only. Give back the MASTER_REC, MASTER_PERT and SIGNING_KEY of then, or their file.',
  );
}

function unreadable(file: string, cause: unknown): Error {
  return new Error(
    `The secrets in ${file} cannot be read. Without them no released number can be made again. Restore the file from a copy.`,
    { cause },
  );
}

function openToOthers(file: string): Error {
  return new Error(
    `The secrets in ${file} are open to other users of this machine. Only the owner may read them. Run: chmod 600 ${file}`,
  );
}

function unusable(file: string, bad: readonly string[]): Error {
  const which = bad.length > 0 ? `${bad.join(', ')} missing or not 64 hexadecimal digits` : 'two secrets are equal';
  return new Error(
    `The secrets in ${file} cannot be used: ${which}. All three are needed, and differ. Restore the file from a copy, or ` +
      'make a missing one with: openssl rand -hex 32',
  );
}
