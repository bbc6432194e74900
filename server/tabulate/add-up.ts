import type { Cell, KeyedSet } from '../table/index.js';

import type { CountRow } from './count.sql.js';
import { leafPathsOf } from './table-shape.js';
import type { Grouping, TableShape } from './table-shape.js';

/** Record keys and their sums are integers modulo 2^48: exact in a number, whatever the order of addition. */
export const KEY_MODULUS = 2 ** 48;

/** Encounters of a cell, with their record keys added up. */
export interface CellSum extends KeyedSet {
  /** The person key of every encounter; null where a part of the cell is too large to list them. */
  readonly personKeys: readonly string[] | null;
  /** Encounters of frequent persons. */
  readonly frequent: number;
}

/** Add the counted leaves up to the cells that contain them. */
export function addUp(
  groupings: readonly Grouping[],
  axes: readonly string[],
  rows: readonly CountRow[],
): ReadonlyMap<string, CellSum> {
  const sums = new Map<string, CellSum>();
  const shapesByTotalled = new Map(
    groupings.map(({ columns, shapes }) => [totalledMask(columns, axes), shapes.map(cellsByLeaves)]),
  );

  for (const row of rows) {
    for (const { columns, cells } of shapesByTotalled.get(row.totalled) ?? []) {
      const path = columns.map((column) => row[column]).join('|');
      for (const { id } of cells.get(path) ?? []) sums.set(id, plus(sums.get(id), row));
    }
  }
  return sums;
}

/** The keys are added in place: a cell of many groups would be copied as often. */
function plus(sum: CellSum | undefined, row: CountRow): CellSum {
  const personKeys = sum === undefined ? [] : (sum.personKeys as string[] | null);
  if (row.person_keys !== null) for (const key of row.person_keys) personKeys?.push(key);

  return {
    n: (sum?.n ?? 0) + Number(row.n),
    keySum: ((sum?.keySum ?? 0) + Number(row.key_sum)) % KEY_MODULUS,
    personKeys: row.person_keys === null ? null : personKeys,
    frequent: (sum?.frequent ?? 0) + Number(row.frequent),
  };
}

/** PostgreSQL's grouping(): a bit is set where the axis is not part of the grouping. */
function totalledMask(columns: readonly string[], axes: readonly string[]): number {
  const own = new Set(columns);
  return axes.reduce((mask, axis) => mask * 2 + (own.has(axis) ? 0 : 1), 0);
}

interface CellsByLeaves {
  readonly columns: readonly string[];
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
}

function cellsByLeaves({ columns, time, cells }: TableShape): CellsByLeaves {
  const byPath = new Map<string, Cell[]>();
  for (const cell of cells) {
    for (const path of leafPathsOf(cell, time)) {
      const known = byPath.get(path);
      if (known === undefined) byPath.set(path, [cell]);
      else known.push(cell);
    }
  }
  return { columns, cells: byPath };
}
