import { createHmac, hkdfSync } from 'node:crypto';

/** Separates the parts of a derivation label: it occurs in no id. */
export const UNIT_SEPARATOR = '\u001f';

const SALT = 'ckm/hkdf/v1';
const KEY_BYTES = 32;
const RECORD_KEY_BYTES = 6;

/** A key for one purpose, derived from a master secret. Source: disclosure policy, sections 2.3 and 2.4. */
export function derivedKey(master: Buffer, ...label: readonly string[]): Buffer {
  return Buffer.from(hkdfSync('sha256', master, SALT, label.join(UNIT_SEPARATOR), KEY_BYTES));
}

/**
 * The record keys of one agency in one epoch: from an encounter's stable key to an integer below 2^48.
 *
 * A record key depends on nothing but the agency, the epoch and the encounter's own key, so a correction keeps it.
 * Source: disclosure policy, section 2.3.
 */
export function recordKeysFor(
  masterRecord: Buffer,
  { agencyId, epoch }: { agencyId: string; epoch: number },
): (encounterKey: string) => number {
  const key = derivedKey(masterRecord, 'rec', agencyId, String(epoch));
  const prefix = `ckm/rk/v1${UNIT_SEPARATOR}`;
  return (encounterKey) =>
    createHmac('sha256', key)
      .update(prefix + encounterKey)
      .digest()
      .readUIntBE(0, RECORD_KEY_BYTES);
}
