import { dimensionOf } from '../../schema/catalogue/index.js';
import type { Cell, RawCount } from '../table/index.js';

import { columnsOf } from './count.sql.js';
import type { CountRow } from './count.sql.js';
import type { TableShape } from './table-shape.js';

/** Record keys and their sums are integers modulo 2^48: exact in a number, whatever the order of addition. */
export const KEY_MODULUS = 2 ** 48;

const NOTHING: RawCount = { n: 0, keySum: 0 };

/** Add the counted leaves up to the cells that contain them. */
export function addUp(
  shapes: readonly TableShape[],
  axes: readonly string[],
  rows: readonly CountRow[],
): ReadonlyMap<string, RawCount> {
  const counts = new Map<string, RawCount>();
  const cellsByTotalled = new Map(shapes.map((shape) => [totalledMask(shape, axes), cellsByLeaves(shape)]));

  for (const row of rows) {
    const shape = cellsByTotalled.get(row.totalled);
    const cells = shape?.cells.get(shape.columns.map((column) => row[column]).join('|')) ?? [];
    for (const { id } of cells) counts.set(id, plus(counts.get(id) ?? NOTHING, row));
  }
  return counts;
}

function plus(count: RawCount, row: CountRow): RawCount {
  return { n: count.n + Number(row.n), keySum: (count.keySum + Number(row.key_sum)) % KEY_MODULUS };
}

/** PostgreSQL's grouping(): a bit is set where the axis is not part of the grouping. */
function totalledMask(shape: TableShape, axes: readonly string[]): number {
  const own = new Set(columnsOf(shape));
  return axes.reduce((mask, axis) => mask * 2 + (own.has(axis) ? 0 : 1), 0);
}

interface CellsByLeaves {
  readonly columns: readonly string[];
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
}

function cellsByLeaves(shape: TableShape): CellsByLeaves {
  const cells = new Map<string, Cell[]>();
  for (const cell of shape.cells) {
    for (const leaves of leafPathsOf(cell)) {
      const known = cells.get(leaves);
      if (known === undefined) cells.set(leaves, [cell]);
      else known.push(cell);
    }
  }
  return { columns: columnsOf(shape), cells };
}

function leafPathsOf(cell: Cell): readonly string[] {
  const place = cell.geography.level === 'REGION' ? [] : [cell.geography.id];
  return cell.nodes.reduce<readonly string[]>(
    (paths, { dimension, node }) => {
      const leaves = dimensionOf(dimension).tree.leavesOf(node);
      return paths.flatMap((path) => leaves.map((leaf) => `${path}|${leaf}`));
    },
    [[...place, cell.time].join('|')],
  );
}
