import { dimensions } from '../catalogue/index.js';

/**
 * One encounter as it travels from the agency to the region, and as it is stored: no name, no number, no day.
 *
 * An anonymised file is UTF-8 CSV with `ANONYMISED_COLUMNS` as its header. Every field is a bare word: no quotes, no commas, no spaces.
 */
export interface AnonymisedEncounter {
  /** HMAC of the agency's incident number with the agency's own secret: 32 lower-case hexadecimal digits. */
  readonly encounterKey: string;
  /** HMAC of the agency's person number with the agency's own secret: 32 hexadecimal digits, or null without one. */
  readonly personToken: string | null;
  /** Calendar month of the call, local time: `2024-03`. */
  readonly month: string;
  /** One leaf of every dimension, in catalogue order. */
  readonly leaves: readonly string[];
}

/** Columns of an anonymised file, in order: two keys, the month, and every dimension in catalogue order. */
export const ANONYMISED_COLUMNS: readonly string[] = [
  'encounter_key',
  'person_token',
  'month',
  ...dimensions.map(({ column }) => column),
];

/** The line of an encounter in an anonymised file, without its end. */
export function lineOf({ encounterKey, personToken, month, leaves }: AnonymisedEncounter): string {
  return [encounterKey, personToken ?? '', month, ...leaves].join(',');
}
