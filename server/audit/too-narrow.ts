import { componentsOf, equationsOf } from './equation.js';
import type { Component } from './equation.js';
import { publishedOf } from './exact-table.js';
import type { Exposed, Hiding, Index } from './exact-table.js';
import { boundOf } from './linear-program.js';
import type { Solution } from './linear-program.js';
import { lowestIn } from './lowest.js';

/** How far apart two ends must be for a cell to count as hidden. */
export interface Width {
  readonly min: number;
  /** Null: without bound. */
  readonly max: number | null;
}

/**
 * Whether what is left open about a hidden cell protects it.
 *
 * A small cell must possibly be as little as hiding it says anyway, and possibly its count and the threshold more. Any
 * other hidden cell is there to cover those, and must be open by a threshold. Source: disclosure policy, section 2.9.
 */
export function isWideEnough(
  { min, max }: Width,
  { value, lowest, threshold, isSmall }: { value: number; lowest: number; threshold: number; isSmall: boolean },
): boolean {
  if (!isSmall) return max === null || max - min >= threshold;
  return min <= Math.max(lowest, value - threshold) && (max === null || max >= value + threshold);
}

/** What audits of intervals remember from one to the next: groups of cells that were found wide enough. */
export type Settled = Set<string>;

/** Hidden cells whose interval is too narrow, as one linear program after another finds them. */
export async function tooNarrow(hiding: Hiding, index: Index, settled: Settled): Promise<readonly Exposed[]> {
  const exposed: Exposed[] = [];
  const published = publishedOf(hiding);
  const lowestOf = lowestIn(published);
  for (const component of componentsOf(equationsOf(published))) {
    const name = component.cells.join();
    if (settled.has(name)) continue;

    const narrow = await narrowIn(component, hiding, lowestOf);
    if (narrow.length === 0) settled.add(name);
    exposed.push(...narrow.map((cell) => ({ cell, relations: index.relationsOf(cell) })));
  }
  return exposed;
}

async function narrowIn(
  component: Component,
  { table }: Hiding,
  lowestOf: (cell: number) => number,
): Promise<readonly number[]> {
  const { values, floors, primary, threshold } = table;
  const seen = new Map(component.cells.map((cell) => [cell, { min: values[cell] ?? 0, max: values[cell] ?? 0 }]));
  const isWide = (cell: number, width: Width): boolean =>
    isWideEnough(width, { value: values[cell] ?? 0, lowest: lowestOf(cell), threshold, isSmall: primary.has(cell) });

  const narrow: number[] = [];
  for (const cell of component.cells) {
    const value = values[cell] ?? 0;
    if (isWide(cell, seen.get(cell) ?? { min: value, max: value })) continue;

    const highest = await boundOf(cell, component, { floors, sense: 'Maximize', upTo: value + threshold });
    witnessed(seen, highest?.solution ?? new Map());
    if (isWide(cell, seen.get(cell) ?? { min: value, max: value })) continue;

    const lowest = await boundOf(cell, component, { floors, sense: 'Minimize', upTo: null });
    witnessed(seen, lowest?.solution ?? new Map());
    if (!isWide(cell, seen.get(cell) ?? { min: value, max: value })) narrow.push(cell);
  }
  return narrow;
}

/** Every solution is a table the reader cannot rule out, and so widens what is known to be open of each of its cells. */
function witnessed(seen: Map<number, { min: number; max: number }>, solution: Solution): void {
  for (const [cell, value] of solution) {
    const { min, max } = seen.get(cell) ?? { min: value, max: value };
    seen.set(cell, { min: Math.min(min, value), max: Math.max(max, value) });
  }
}
