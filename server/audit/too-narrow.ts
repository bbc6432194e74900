import { componentsOf, equationsOf } from './equation.js';
import type { Component } from './equation.js';
import { publishedOf } from './exact-table.js';
import type { Exposed, Hiding } from './exact-table.js';
import { extremeOf } from './linear-program.js';
import type { Extreme, Goal } from './linear-program.js';
import { lowestIn } from './lowest.js';
import type { Relation } from './relation.js';

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

/** How far hidden cells were seen to reach. More hidden cells only widen it, so it holds from one audit to the next. */
export type Reach = Map<number, { readonly min: number; readonly max: number }>;

/**
 * The first hidden cell whose interval is too narrow, with the relations that keep it so. What is seen of the reach of
 * any cell is added to `reach`.
 */
export async function tooNarrow(
  hiding: Hiding,
  reach: Reach,
  { except = new Set() }: { except?: ReadonlySet<number> } = {},
): Promise<Exposed | null> {
  const published = publishedOf(hiding);
  const judge = judgeOf(hiding, lowestIn(published), reach);
  for (const component of componentsOf(equationsOf(published))) {
    await pushTogether(component, hiding, judge);
    for (const cell of component.cells.filter((one) => !except.has(one) && !judge.isWide(one))) {
      const relations = await whatKeeps(cell, component, hiding, judge);
      if (relations !== null) return { cell, relations };
    }
  }
  return null;
}

/** Says whether a cell was seen to reach far enough, and looks at more tables its reader cannot rule out. */
interface Judge {
  readonly isWide: (cell: number) => boolean;
  readonly witness: (extreme: Extreme | null) => void;
}

function judgeOf({ table }: Hiding, lowestOf: (cell: number) => number, reach: Reach): Judge {
  const { values, primary, threshold } = table;
  const reachOf = (cell: number): { readonly min: number; readonly max: number } => {
    const value = values[cell] ?? 0;
    return reach.get(cell) ?? { min: value, max: value };
  };
  return {
    isWide: (cell) =>
      isWideEnough(reachOf(cell), {
        value: values[cell] ?? 0,
        lowest: lowestOf(cell),
        threshold,
        isSmall: primary.has(cell),
      }),
    witness: (extreme) => {
      for (const [cell, value] of extreme?.solution ?? []) {
        const { min, max } = reachOf(cell);
        reach.set(cell, { min: Math.min(min, value), max: Math.max(max, value) });
      }
    },
  };
}

/** One program for all cells at once shows most of them to be wide. */
async function pushTogether(component: Component, hiding: Hiding, { isWide, witness }: Judge): Promise<void> {
  const { floors } = hiding.table;
  for (const sense of ['Maximize', 'Minimize'] as const) {
    let narrow = component.cells.filter((cell) => !isWide(cell));
    let isFewer = narrow.length > 1;
    while (isFewer) {
      witness(await extremeOf(goalsFor(narrow, sense, hiding), component, { sense, floors }));
      const left = narrow.filter((cell) => !isWide(cell));
      isFewer = left.length > 1 && left.length < narrow.length;
      narrow = left;
    }
  }
}

/** The relations that keep a cell narrow; null when it is not. */
async function whatKeeps(
  cell: number,
  component: Component,
  hiding: Hiding,
  { isWide, witness }: Judge,
): Promise<readonly Relation[] | null> {
  const { floors } = hiding.table;
  const relations: Relation[] = [];
  for (const sense of ['Maximize', 'Minimize'] as const) {
    if (isWide(cell)) return null;
    const extreme = await extremeOf(goalsFor([cell], sense, hiding), component, { sense, floors });
    witness(extreme);
    relations.push(...(extreme?.by ?? []));
  }
  return isWide(cell) ? null : [...new Set(relations)];
}

/** No cell need reach higher than this, so none is pushed without end. */
function goalsFor(
  cells: readonly number[],
  sense: 'Maximize' | 'Minimize',
  { table: { values, threshold } }: Hiding,
): readonly Goal[] {
  return cells.map((cell) => ({ cell, upTo: sense === 'Maximize' ? (values[cell] ?? 0) + threshold : null }));
}
