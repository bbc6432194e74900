import pg from 'pg';

import { dimensionOf, dimensions } from '../../../schema/catalogue/index.js';
import { monthsOf, rangeOf } from '../../../server/table/index.js';

/** A set of encounters: a node of each dimension it restricts, in a time node of some agencies. */
export interface TrueCell {
  readonly period: string;
  /** All of them when absent. */
  readonly agencies?: readonly string[] | undefined;
  /** Dimension -> node. */
  readonly nodes: Readonly<Record<string, string>>;
}

/** What is really there, from the database itself. For scoring, never for an attack. */
export interface Truth {
  readonly count: (cell: TrueCell) => number;
  /** The leaves of every encounter of a cell. */
  readonly rows: (cell: TrueCell) => readonly TrueRow[];
}

export type TrueRow = Readonly<Record<string, string>>;

const ROWS = `
select e.agency_id, e.month, e.rk::text as rk, e.pk::text as pk, ${dimensions.map(({ column }) => `e.${column} as "${column}"`).join(', ')}
from release_month r join encounter e using (agency_id, submission_id, month)
where r.release_id = (select max(id) from release)`;

export async function truthOf(databaseUrl: string): Promise<Truth> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<TrueRow>(ROWS);
  await client.end();

  const byMonth = new Map<string, TrueRow[]>();
  for (const row of rows) {
    const month = row['month'] ?? '';
    const known = byMonth.get(month);
    if (known === undefined) byMonth.set(month, [row]);
    else known.push(row);
  }
  const rowsIn = (cell: TrueCell): readonly TrueRow[] => {
    const isIn = membership(cell);
    return monthsOf(rangeOf(cell.period)).flatMap((month) => (byMonth.get(month) ?? []).filter(isIn));
  };
  return { rows: rowsIn, count: (cell) => rowsIn(cell).length };
}

function membership({ agencies, nodes }: TrueCell): (row: TrueRow) => boolean {
  const wanted = Object.entries(nodes).map(([code, node]) => {
    const { column, tree } = dimensionOf(code);
    return [column, new Set(tree.leavesOf(node))] as const;
  });
  const isPlace = agencies === undefined ? null : new Set(agencies);
  return (row) =>
    (isPlace?.has(row['agency_id'] ?? '') ?? true) && wanted.every(([column, leaves]) => leaves.has(row[column] ?? ''));
}
