import type { Cell, KeyedSet } from '../table/index.js';

import type { CountRow } from './count.sql.js';
import { leafPathsOf } from './table-shape.js';
import type { Grouping, TableShape } from './table-shape.js';

/** Record keys and their sums are integers modulo 2^48: exact in a number, whatever the order of addition. */
export const KEY_MODULUS = 2 ** 48;

/** Encounters of a cell, with their record keys and person keys added up, a person's key once for each encounter. */
export interface CellSum extends KeyedSet {
  readonly personKeySum: number;
}

const NOTHING: CellSum = { n: 0, keySum: 0, personKeySum: 0 };

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
      for (const { id } of cells.get(path) ?? []) sums.set(id, plus(sums.get(id) ?? NOTHING, row));
    }
  }
  return sums;
}

function plus({ n, keySum, personKeySum }: CellSum, row: CountRow): CellSum {
  return {
    n: n + Number(row.n),
    keySum: (keySum + Number(row.key_sum)) % KEY_MODULUS,
    personKeySum: (personKeySum + Number(row.person_key_sum)) % KEY_MODULUS,
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

function cellsByLeaves({ columns, cells }: TableShape): CellsByLeaves {
  const byPath = new Map<string, Cell[]>();
  for (const cell of cells) {
    for (const path of leafPathsOf(cell)) {
      const known = byPath.get(path);
      if (known === undefined) byPath.set(path, [cell]);
      else known.push(cell);
    }
  }
  return { columns, cells: byPath };
}
