import { createHash } from 'node:crypto';

const KEY_ID_BYTES = 8;

/** A name for a secret that tells nothing of it: the first 8 bytes of its SHA-256, hexadecimal. */
export function keyId(secret: Buffer): string {
  return createHash('sha256').update(secret).digest().subarray(0, KEY_ID_BYTES).toString('hex');
}
