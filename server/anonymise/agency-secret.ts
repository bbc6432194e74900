import { open, readFile, stat } from 'node:fs/promises';

import { errorCodeOf, randomHex } from '../lib/index.js';

const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

/** The secret of an agency is missing, damaged, or open to others. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
}

/**
 * The agency's own secret: 32 bytes in hexadecimal, made on first use and readable by its owner only.
 *
 * With it alone keys can be recomputed from incident numbers. It stays with the agency; without it, corrections of
 * earlier submissions no longer meet their encounters.
 */
export async function agencySecret(path: string): Promise<{ readonly secret: Buffer; readonly isNew: boolean }> {
  const isNew = await createdAt(path);
  const text = (await readFile(path, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/i.test(text)) throw damaged();
  if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) throw openToOthers();

  return { secret: Buffer.from(text, 'hex'), isNew };
}

async function createdAt(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', OWNER_ONLY);
    await file.writeFile(`${randomHex(SECRET_BYTES)}\n`);
    await file.sync();
    await file.close();
    return true;
  } catch (error) {
    if (errorCodeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function damaged(): SecretError {
  return new SecretError(
    'The secret file does not hold a secret. It is one line of 64 hexadecimal digits. Restore it from your backup; ' +
      'delete it only if nothing was ever submitted with it.',
  );
}

function openToOthers(): SecretError {
  return new SecretError('The secret file can be read by others. Only its owner may read it. Run chmod 600 on it.');
}
