import { randomBytes as cryptoBytes, randomUUID } from 'node:crypto';

/** Chance, passed in through the door. */
export function randomHex(bytes: number): string {
  return cryptoBytes(bytes).toString('hex');
}

/** A secret for a URL or a header: letters, digits, `-` and `_`. */
export function randomToken(bytes: number): string {
  return cryptoBytes(bytes).toString('base64url');
}

/** A new name for a thing, never used before. */
export function newId(): string {
  return randomUUID();
}
