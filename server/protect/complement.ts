import type { Cell, Family } from '../table/index.js';

/** What is known of a cell before complements are chosen. */
export interface Candidate {
  /** The count with its noise. */
  readonly noisy: number;
  readonly isHidden: boolean;
  /** Whether hiding this cell alone would be undone by subtraction, so that a sibling must be hidden too. */
  readonly needsCover: boolean;
}

/**
 * Cells to hide because a sibling is hidden: with the parent shown and exactly one child hidden, the smallest shown
 * sibling goes too. Local and in one pass, so a cell has the same fate in every table it is asked in.
 *
 * Ties go to the lowest id. Source: disclosure policy, section 2.9.
 */
export function complementsOf(
  families: readonly Family[],
  candidateOf: (cell: Cell) => Candidate,
): ReadonlySet<string> {
  return new Set(families.flatMap((family) => complementIn(family, candidateOf)));
}

function complementIn({ parent, children }: Family, candidateOf: (cell: Cell) => Candidate): readonly string[] {
  const [lone, ...others] = children.filter((child) => candidateOf(child).isHidden);
  const isExposed = lone !== undefined && others.length === 0 && candidateOf(lone).needsCover;
  if (!isExposed || candidateOf(parent).isHidden) return [];

  const smallest = children
    .filter((child) => child !== lone)
    .toSorted((one, other) => candidateOf(one).noisy - candidateOf(other).noisy || (one.id < other.id ? -1 : 1));
  return smallest.slice(0, 1).map(({ id }) => id);
}
