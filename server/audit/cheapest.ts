import { mayCover } from './exact-table.js';
import type { Exposed, Hiding, Index } from './exact-table.js';
import { cellsIn } from './relation.js';
import type { Relation } from './relation.js';

/**
 * The cell to hide beside an exposed one: in its relations, or failing that in those of the hidden cells tied to it.
 *
 * Inner cells before totals, then the smallest count, then the first: deterministic, and a table keeps as much as it can.
 * Source: disclosure policy, section 2.9.
 *
 * @returns null when there is none left to hide.
 */
export function cheapestCover({ cell, relations }: Exposed, hiding: Hiding, index: Index): number | null {
  const reached = new Set([cell]);
  let lines = relations;
  while (lines.length > 0) {
    const [cheapest] = candidatesIn(lines, hiding).toSorted(byCost(hiding, index));
    if (cheapest !== undefined) return cheapest;
    lines = beyond(lines, { hiding, index, reached });
  }
  return null;
}

function candidatesIn(lines: readonly Relation[], hiding: Hiding): readonly number[] {
  return [...new Set(lines.flatMap(cellsIn))].filter((cell) => mayCover(cell, hiding));
}

/** The relations of hidden cells that these relations reach and none before did. */
function beyond(
  lines: readonly Relation[],
  { hiding, index, reached }: { hiding: Hiding; index: Index; reached: Set<number> },
): readonly Relation[] {
  const fresh = [...new Set(lines.flatMap(cellsIn))].filter((cell) => hiding.hidden.has(cell) && !reached.has(cell));
  for (const cell of fresh) reached.add(cell);
  return fresh.flatMap(index.relationsOf);
}

function byCost({ table: { values } }: Hiding, { heights }: Index): (one: number, other: number) => number {
  return (one, other) =>
    (heights[one] ?? 0) - (heights[other] ?? 0) || (values[one] ?? 0) - (values[other] ?? 0) || one - other;
}
