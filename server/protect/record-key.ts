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

/** The keys of one agency in one epoch: integers below 2^48. */
interface BlockKeys {
  /** Of an encounter, from its stable key. */
  readonly recordKeyOf: (encounterKey: string) => number;
  /** Of a person, from the person's token. An encounter without one stands for a person of its own: its record key. */
  readonly personKeyOf: (personToken: string) => number;
}

/**
 * Record and person keys of a block. A key depends on nothing but the agency, the epoch and what it is the key of, so a
 * correction keeps it. Source: disclosure policy, section 2.3.
 */
export function blockKeysFor(
  masterRecord: Buffer,
  { agencyId, epoch }: { agencyId: string; epoch: number },
): BlockKeys {
  const keysOf = (family: 'rec' | 'per'): ((uid: string) => number) => {
    const key = derivedKey(masterRecord, family, agencyId, String(epoch));
    const prefix = `ckm/rk/v1${UNIT_SEPARATOR}`;
    return (uid) =>
      createHmac('sha256', key)
        .update(prefix + uid)
        .digest()
        .readUIntBE(0, RECORD_KEY_BYTES);
  };
  return { recordKeyOf: keysOf('rec'), personKeyOf: keysOf('per') };
}
