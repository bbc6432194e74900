import { RECORD_CLASSES } from '../table/index.js';
import type { PersonCount } from '../table/index.js';

import { KEY_MODULUS } from './add-up.js';

/** What a release says of its persons, for those who count them: never shown. */
export interface PersonFacts {
  /** Agencies whose encounters say which of them are of one person. */
  readonly agencyIds: ReadonlySet<string>;
  /** Person keys of those with enough encounters in the release for the open last class. */
  readonly frequent: readonly string[];
  /** Most keys one person has in it: an agency's years that were revised unlike have keys of their own. */
  readonly keySetsMax: number;
}

/** The persons behind encounters, by the person key of each. */
export function countPersons(personKeys: readonly string[]): PersonCount {
  const encounters = new Map<string, number>();
  for (const key of personKeys) encounters.set(key, (encounters.get(key) ?? 0) + 1);

  const classes = RECORD_CLASSES.map(() => 0);
  let keySum = 0;
  for (const [key, count] of encounters) {
    keySum = (keySum + Number(key)) % KEY_MODULUS;
    const index = RECORD_CLASSES.findLastIndex((from) => from <= count);
    classes[index] = (classes[index] ?? 0) + 1;
  }
  return { n: encounters.size, keySum, classes };
}
