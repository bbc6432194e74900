import { mayCover } from './exact-table.js';
import type { Exposed, Hiding } from './exact-table.js';
import { cellsIn } from './relation.js';

/** Cells hidden alone in a relation: subtracting the others gives them. Source: disclosure policy, section 2.9. */
export function aloneInLine(hiding: Hiding): readonly Exposed[] {
  return hiding.table.relations.flatMap((relation) => {
    const cells = cellsIn(relation);
    const [lone, ...others] = cells.filter((cell) => hiding.hidden.has(cell));
    const isCoverable = cells.some((cell) => mayCover(cell, hiding));
    return lone !== undefined && others.length === 0 && isCoverable ? [{ cell: lone, relations: [relation] }] : [];
  });
}
