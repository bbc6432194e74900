import type { Cell, Family } from '../table/index.js';

/** What is known of a cell before complements are chosen. */
export interface Candidate {
  /** The count with its noise. */
  readonly noisy: number;
  readonly isHidden: boolean;
  /** Hidden because few people are behind it: noise does not cover that, so hiding it alone would be undone. */
  readonly isConcentrated: boolean;
}

/**
 * Cells to hide because a sibling is hidden: with the parent shown and exactly one child hidden, the smallest shown
 * sibling goes too; of the years of a span, the span. Local and in one pass, so a cell has the same fate in every table it
 * is asked in.
 *
 * Ties go to the lowest id. Source: disclosure policy, section 2.9.
 *
 * @param needsCover whether hiding a cell alone in a family would be undone by subtraction.
 */
export function complementsOf(
  families: readonly Family[],
  {
    candidateOf,
    needsCover,
  }: {
    candidateOf: (cell: Cell) => Candidate;
    needsCover: (candidate: Candidate, family: Family) => boolean;
  },
): ReadonlySet<string> {
  const complementIn = (family: Family): readonly string[] => {
    const { parent, children } = family;
    const [lone, ...others] = children.filter((child) => candidateOf(child).isHidden);
    const isExposed = lone !== undefined && others.length === 0 && needsCover(candidateOf(lone), family);
    if (!isExposed || candidateOf(parent).isHidden) return [];
    if (family.along === 'YEARS') return [parent.id];

    const smallest = children
      .filter((child) => child !== lone)
      .toSorted((one, other) => candidateOf(one).noisy - candidateOf(other).noisy || (one.id < other.id ? -1 : 1));
    return smallest.slice(0, 1).map(({ id }) => id);
  };
  return new Set(families.flatMap(complementIn));
}
