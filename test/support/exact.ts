import { dimensions } from '../../schema/catalogue/index.js';
import type { AnonymisedEncounter } from '../../schema/records/index.js';

/** The leaf an encounter has in a dimension. */
export function leafOf(encounter: AnonymisedEncounter, code: string): string {
  return encounter.leaves[dimensions.findIndex((dimension) => dimension.code === code)] ?? '';
}

/** Exact share of encounters with one of these leaves among those with a known one. */
export function exactRate(encounters: readonly AnonymisedEncounter[], code: string, wanted: readonly string[]): number {
  const known = encounters
    .map((encounter) => leafOf(encounter, code))
    .filter((leaf) => !['UNKNOWN', 'NOT_COLLECTED', 'NOT_ENGAGED'].includes(leaf));
  return known.filter((leaf) => wanted.includes(leaf)).length / known.length;
}
