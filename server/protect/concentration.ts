import { RECORD_CLASSES } from '../table/index.js';
import type { RawCount } from '../table/index.js';

/** Fewest encounters of one person that weigh more than the noise hides; fewer are what the threshold is for. */
const ENCOUNTERS_MIN = 4;
/** Fewest persons, and the largest part one of them may have, behind a cell in which somebody has that many. */
const PERSONS_MIN = 5;
const SHARE_MAX = 0.5;

/**
 * Whether so few people are behind a cell that its noise does not hide them.
 *
 * A person's encounters are known by their class only, and taken to be as many as the class allows. In the open last
 * class that is all but one for each other person. Source: disclosure policy, section 2.6.
 */
export function isConcentrated({ n, persons }: RawCount): boolean {
  if (persons === null) return false;

  const most = mostEncounters(n, persons);
  return most >= ENCOUNTERS_MIN && (persons.n < PERSONS_MIN || most > SHARE_MAX * n);
}

/** The most encounters of the cell that one person can have. */
function mostEncounters(n: number, persons: NonNullable<RawCount['persons']>): number {
  const highest = persons.classes.findLastIndex((count) => count > 0);
  const next = RECORD_CLASSES[highest + 1];
  if (highest < 0) return 0;
  return next === undefined ? n - persons.n + 1 : next - 1;
}
