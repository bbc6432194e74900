import { createHmac } from 'node:crypto';

const JOINT = '\u001f';
const KEY_CHARACTERS = 32;

/** The two pseudonyms of an agency: the same number gives the same key there, and nowhere else. */
export interface LinkKeys {
  readonly encounterKeyOf: (incident: string) => string;
  readonly personTokenOf: (person: string) => string;
}

/** First 128 bits of HMAC-SHA256 over purpose, agency and number, joined by the unit separator. */
export function linkKeys(secret: Buffer, agencyId: string): LinkKeys {
  const keyed = (purpose: string) => (number: string) =>
    createHmac('sha256', secret).update([purpose, agencyId, number].join(JOINT)).digest('hex').slice(0, KEY_CHARACTERS);
  return { encounterKeyOf: keyed('hw/encounter/v1'), personTokenOf: keyed('hw/person/v1') };
}
