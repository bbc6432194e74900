import type { PublishedTable } from './equation.js';
import { relationsByCell } from './relation.js';

/** The least a hidden cell can be for what is shown below it and for its parts not being zero: no fault of the hiding. */
export function lowestIn({ relations, shown, floors }: PublishedTable): (cell: number) => number {
  const sumsOf = relationsByCell(relations, ({ total }) => [total]);
  const known = new Map<number, number>();
  const lowestOf = (cell: number): number => {
    const found = shown[cell] ?? known.get(cell);
    if (found !== undefined) return found;
    const sums = (sumsOf.get(cell) ?? []).map(({ parts }) => parts.reduce((sum, part) => sum + lowestOf(part), 0));
    const lowest = Math.max(floors[cell] ?? 0, ...sums);
    known.set(cell, lowest);
    return lowest;
  };
  return lowestOf;
}
