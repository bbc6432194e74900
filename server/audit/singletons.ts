import { mayCover } from './exact-table.js';
import type { Exposed, Hiding } from './exact-table.js';

/**
 * Small cells beside a single other hidden cell in which one person is alone: who knows that cell is one would subtract
 * it too. A third hidden cell covers them.
 *
 * Stricter than two singletons in one line, which it contains. A part of one and its total are the same encounter.
 * Source: disclosure policy, section 2.9.
 */
export function besideSingletons(hiding: Hiding): readonly Exposed[] {
  const { table, hidden } = hiding;
  return table.relations.flatMap((relation) => {
    const [one, other, ...more] = relation.parts.filter((part) => hidden.has(part));
    if (one === undefined || other === undefined || more.length > 0 || hidden.has(relation.total)) return [];

    const isExposed = knows({ knower: one, of: other }, hiding) || knows({ knower: other, of: one }, hiding);
    const isCoverable = [relation.total, ...relation.parts].some((cell) => mayCover(cell, hiding));
    return isExposed && isCoverable ? [{ cell: one, relations: [relation] }] : [];
  });
}

function knows({ knower, of }: { knower: number; of: number }, { table }: Hiding): boolean {
  return table.alone.has(knower) && table.primary.has(of);
}
