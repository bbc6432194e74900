import { dimensionOf } from '../../schema/catalogue/index.js';

import type { TableShape } from './table-shape.js';

/** Result columns, besides the axes of the shapes. */
export interface CountRow {
  /** Bit mask of the axes the row is a total over, first axis highest. */
  readonly totalled: number;
  readonly n: string;
  readonly key_sum: string;
  readonly [axis: string]: string | number | null;
}

/** Axes of a shape as SQL columns. The region is one place: it needs no column. */
export function columnsOf({ geography, time, dimensions }: TableShape): readonly string[] {
  const place = geography === 'REGION' ? [] : [geography.toLowerCase()];
  return [...place, time.toLowerCase(), ...dimensions.map((code) => dimensionOf(code).column)];
}

/**
 * Count encounters and add their record keys for several layouts in one pass over the released rows.
 *
 * $1 release, $2 months, $3 to $5 agencies with their county and state, $6 the modulus of key sums.
 */
export function countStatement(shapes: readonly TableShape[]): {
  readonly text: string;
  readonly axes: readonly string[];
} {
  const groupings = shapes.map(columnsOf);
  const axes = [...new Set(groupings.flat())];

  return {
    axes,
    text: `
with place as (
  select agency, county, state
  from unnest($3::text[], $4::text[], $5::text[]) as p (agency, county, state)
),
released as (
  select r.agency_id, r.submission_id, r.epoch, r.month, p.agency, p.county, p.state,
         left(r.month, 4) as year,
         left(r.month, 5) || 'Q' || (right(r.month, 2)::int + 2) / 3 as quarter
  from release_month r
  join place p on p.agency = r.agency_id
  where r.release_id = $1 and r.month = any($2)
)
select grouping(${axes.map(qualified).join(', ')}) as totalled, ${axes.map(named).join(', ')},
       count(*) as n, mod(sum(e.rk), $6)::bigint as key_sum
from released
join encounter e using (agency_id, submission_id, epoch, month)
group by grouping sets (${groupings.map((columns) => `(${columns.map(qualified).join(', ')})`).join(', ')})`,
  };
}

const PLACE_AND_TIME = ['agency', 'county', 'state', 'month', 'quarter', 'year'];

function qualified(column: string): string {
  return PLACE_AND_TIME.includes(column) ? `released.${column}` : `e.${column}`;
}

function named(column: string): string {
  return `${qualified(column)} as ${column}`;
}
