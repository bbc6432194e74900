import { RECORD_CLASSES } from '../table/index.js';

import { RELEASED, qualified } from './released.sql.js';
import { leafPathsOf } from './table-shape.js';
import type { TableShape } from './table-shape.js';

/** Persons of a cell with more than one encounter in it, by class. */
export interface PersonRow {
  /** Index of the cell among those asked about. */
  readonly cell: number;
  /** Index in `RECORD_CLASSES`. */
  readonly class: number;
  readonly persons: string;
  /** Encounters beyond the first of each of them. */
  readonly repeats: string;
  /** Their person keys, once for each of those, modulo 2^48. */
  readonly repeat_keys: string;
}

/**
 * Persons who come more than once in a cell: all that is needed to tell persons from encounters.
 *
 * Only the rows of persons known to come more than once in the release are looked at. Besides the values of `RELEASED`,
 * $6 is the modulus of key sums and $7 on are, for each shape, its cells and the leaves that fall in them.
 */
export function personStatement(shapes: readonly TableShape[]): {
  readonly text: string;
  readonly values: readonly unknown[];
} {
  let [used, first] = [6, 0];
  const parts = shapes.map((shape) => {
    const paths = shape.cells.flatMap((cell, index) => leafPathsOf(cell).map((path) => [first + index, path] as const));
    const values = [paths.map(([cell]) => cell), paths.map(([, path]) => path)];
    const part = { columns: shape.columns, cells: used + 1, paths: used + 2, values };
    [used, first] = [used + 2, first + shape.cells.length];
    return part;
  });
  const axes = [...new Set(shapes.flatMap(({ columns }) => columns))];

  return {
    values: parts.flatMap(({ values }) => values),
    text: `
with ${RELEASED},
repeated as materialized (
  select e.agency_id, e.pk, ${axes.map((axis) => `${qualified(axis)} as ${axis}`).join(', ')}
  from released
  join encounter e using (agency_id, submission_id, epoch, month)
  join release_repeat o on o.release_id = $1 and o.agency_id = e.agency_id and o.pk = e.pk
),
person as (${parts.map(personsOf).join(' union all ')})
select cell, width_bucket(n, array[${RECORD_CLASSES.join(', ')}]) - 1 as class, count(*) as persons,
       sum(n - 1) as repeats, mod(sum((n - 1) * pk::numeric), $6)::bigint as repeat_keys
from person
group by cell, class`,
  };
}

function personsOf({ columns, cells, paths }: { columns: readonly string[]; cells: number; paths: number }): string {
  return `
  select c.cell, r.agency_id, r.pk, count(*)::int as n
  from unnest($${cells}::int[], $${paths}::text[]) as c (cell, path)
  join repeated r on concat_ws('|', ${columns.map((column) => `r.${column}`).join(', ')}) = c.path
  group by 1, 2, 3
  having count(*) > 1`;
}
