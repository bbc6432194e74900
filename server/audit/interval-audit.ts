import { componentsOf, equationsOf } from './equation.js';
import type { Component, PublishedTable } from './equation.js';
import { extremeOf } from './linear-program.js';
import type { Relation } from './relation.js';

/** What a reader can work out of a hidden cell from everything shown, and from counts not being negative. */
export interface Interval {
  readonly cell: number;
  readonly min: number;
  /** Null where nothing shown bounds it. */
  readonly max: number | null;
  /** The relations it follows from. */
  readonly by: readonly Relation[];
}

/**
 * The interval of every hidden cell, each end by a linear program.
 *
 * Whole-number solutions may be fewer, so beyond two axes the truth can be known a little better than this says.
 * Source: disclosure policy, section 2.9.
 *
 * @returns null when no table agrees with what is shown.
 */
export async function intervalsOf(table: PublishedTable): Promise<readonly Interval[] | null> {
  const components = componentsOf(equationsOf(table));
  const tied = new Set(components.flatMap(({ cells }) => cells));
  const free = table.shown.flatMap((value, cell) =>
    value === null && !tied.has(cell) ? [{ cell, min: table.floors[cell] ?? 0, max: null, by: [] }] : [],
  );

  const found: Interval[] = [...free];
  for (const component of components) {
    for (const cell of component.cells) {
      const interval = await intervalOf(cell, component, table);
      if (interval === null) return null;
      found.push(interval);
    }
  }
  return found.toSorted((one, other) => one.cell - other.cell);
}

async function intervalOf(
  cell: number,
  component: Component,
  { floors }: Pick<PublishedTable, 'floors'>,
): Promise<Interval | null> {
  const goals = [{ cell, upTo: null }];
  const lowest = await extremeOf(goals, component, { floors, sense: 'Minimize' });
  const highest = await extremeOf(goals, component, { floors, sense: 'Maximize' });
  if (lowest === null || highest === null) return null;

  const [min = 0, max = null] = [lowest, highest].map(({ solution }) => solution?.get(cell));
  return { cell, min, max, by: [...new Set([...lowest.by, ...highest.by])] };
}
