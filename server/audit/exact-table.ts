import type { PublishedTable } from './equation.js';
import { heightsOf, relationsByCell } from './relation.js';
import type { Relation } from './relation.js';

/** A table of exact counts on its way out, with what must be hidden and what was decided before. */
export interface ExactTable {
  readonly relations: readonly Relation[];
  /** True count of every cell, by number. */
  readonly values: readonly number[];
  /** Least a cell can be once it is hidden: 1 where zeros are shown, so that hiding says "not zero". */
  readonly floors: readonly number[];
  /** Cells hidden for what they are: too few encounters, or too few people behind them. */
  readonly primary: ReadonlySet<number>;
  /** Cells one person is alone in, who therefore knows them. */
  readonly alone: ReadonlySet<number>;
  /** Cells that are out already, shown or hidden. Neither is undone. */
  readonly shownBefore: ReadonlySet<number>;
  readonly hiddenBefore: ReadonlySet<number>;
  /** Counts below it are small. A small cell must be possible at its count and as much again as this. */
  readonly threshold: number;
}

/** An exact table with the cells hidden so far. */
export interface Hiding {
  readonly table: ExactTable;
  readonly hidden: ReadonlySet<number>;
}

/** A hidden cell that the shown ones give away, and the relations in which another would cover it. */
export interface Exposed {
  readonly cell: number;
  readonly relations: readonly Relation[];
}

/** The table as it would be read if these cells were hidden. */
export function publishedOf({ table, hidden }: Hiding): PublishedTable {
  const shown = table.values.map((value, cell) => (hidden.has(cell) ? null : value));
  return { relations: table.relations, shown, floors: table.floors };
}

/** Whether a shown cell may be hidden to cover another. A zero covers nothing, and what is out stays out. */
export function mayCover(cell: number, { table, hidden }: Hiding): boolean {
  return !hidden.has(cell) && (table.values[cell] ?? 0) > 0 && !table.shownBefore.has(cell);
}

/** What is looked up again and again while complements are chosen. */
export interface Index {
  readonly heights: readonly number[];
  readonly relationsOf: (cell: number) => readonly Relation[];
}

export function indexOf({ values, relations }: ExactTable): Index {
  const byCell = relationsByCell(relations);
  return { heights: heightsOf(values.length, relations), relationsOf: (cell) => byCell.get(cell) ?? [] };
}
