import { RECORD_CLASSES } from '../table/index.js';
import type { RawCount } from '../table/index.js';

/**
 * Fewest encounters of one person that weigh more than the noise hides; fewer are what the threshold is for. Fewest
 * persons, and the largest part one of them may have, behind a cell in which somebody has that many.
 */
export const CONCENTRATION = { encountersMin: 4, personsMin: 5, shareMax: 0.5 } as const;

/**
 * Whether so few people are behind a cell that its noise does not hide them.
 *
 * A person's encounters are known by their class only, and taken to be as many as the class allows. In the open last
 * class that is all but one for each other person. Where a person may have several keys, each of them counts as a person:
 * there may be as many times fewer persons, and one may have as many times more encounters.
 * Source: disclosure policy, section 2.6; docs/decisions/concentration.md.
 *
 * @param keySets most keys one person has in the cell: 1 within a year.
 */
export function isConcentrated({ n, persons }: RawCount, keySets: number): boolean {
  if (persons === null) return false;

  const personsLeast = Math.ceil(persons.n / keySets);
  const most = mostEncounters({ n, personsLeast, keySets, classes: persons.classes });
  const { encountersMin, personsMin, shareMax } = CONCENTRATION;
  return most >= encountersMin && (personsLeast < personsMin || most > shareMax * n);
}

/** The most encounters of the cell that one person can have. */
function mostEncounters({
  n,
  personsLeast,
  keySets,
  classes,
}: {
  n: number;
  personsLeast: number;
  keySets: number;
  classes: readonly number[];
}): number {
  const highest = classes.findLastIndex((count) => count > 0);
  const next = RECORD_CLASSES[highest + 1];
  if (highest < 0) return 0;
  return next === undefined ? n - personsLeast + 1 : keySets * (next - 1);
}
