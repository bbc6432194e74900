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
 * class that is all but one for each other person. Source: disclosure policy, section 2.6.
 */
export function isConcentrated({ n, persons }: RawCount): boolean {
  if (persons === null) return false;

  const most = mostEncounters(n, persons);
  const { encountersMin, personsMin, shareMax } = CONCENTRATION;
  return most >= encountersMin && (persons.n < personsMin || most > shareMax * n);
}

/** The most encounters of the cell that one person can have. */
function mostEncounters(n: number, persons: NonNullable<RawCount['persons']>): number {
  const highest = persons.classes.findLastIndex((count) => count > 0);
  const next = RECORD_CLASSES[highest + 1];
  if (highest < 0) return 0;
  return next === undefined ? n - persons.n + 1 : next - 1;
}
