import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { House } from './flow/index.js';
import { randomHex } from './lib/index.js';
import { keyId } from './protect/index.js';

const SECRET_BYTES = 32;

/** The secrets kept beside the embedded database, made the first time. Losing them loses every number ever published. */
export async function keptSecrets(dataFolder: string): Promise<House['secrets']> {
  const file = join(dataFolder, 'secrets.json');
  const kept = await readKept(file);
  if (kept !== null) return kept;

  const made = { MASTER_REC: randomHex(SECRET_BYTES), MASTER_PERT: randomHex(SECRET_BYTES) };
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return secretsFrom(made);
}

/**
 * Refuse to open with other secrets than the released numbers were made with.
 *
 * Every count would get another noise: one more look for everybody, and no published number could be made again.
 * Source: disclosure policy, section 2.17.
 */
export async function refuseOtherSecrets({ store, secrets }: House): Promise<void> {
  const release = await store.releases.latest();
  const made = release?.manifest.keyIds;
  if (made === undefined) return;
  if (made.record === keyId(secrets.record) && made.perturbation === keyId(secrets.perturbation)) return;

  throw new Error(
    `The secrets are not those release ${release?.id ?? ''} was made with. Released numbers can be made with their own ` +
      'secrets only. Give back the MASTER_REC and MASTER_PERT of then, or the secrets.json of the data folder.',
  );
}

async function readKept(file: string): Promise<House['secrets'] | null> {
  try {
    return secretsFrom(JSON.parse(await readFile(file, 'utf8')) as Kept);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(
      `The secrets in ${file} cannot be read. Without them no released number can be made again. Restore the file from a copy.`,
      { cause: error },
    );
  }
}

interface Kept {
  readonly MASTER_REC: string;
  readonly MASTER_PERT: string;
}

function secretsFrom({ MASTER_REC, MASTER_PERT }: Kept): House['secrets'] {
  return { record: Buffer.from(MASTER_REC, 'hex'), perturbation: Buffer.from(MASTER_PERT, 'hex') };
}
