import { RELEASED, qualified } from './released.sql.js';
import type { Grouping } from './table-shape.js';

/** Result columns, besides the axes of the groupings. */
export interface CountRow {
  /** Bit mask of the axes the row is a total over, first axis highest. */
  readonly totalled: number;
  readonly n: string;
  readonly key_sum: string;
  readonly person_key_sum: string;
  readonly [axis: string]: string | number | null;
}

/**
 * Count encounters and add their record keys for several layouts in one pass over the released rows.
 *
 * Besides the values of `RELEASED`, $6 is the modulus of key sums.
 */
export function countStatement(groupings: readonly Grouping[]): {
  readonly text: string;
  readonly axes: readonly string[];
} {
  const axes = [...new Set(groupings.flatMap(({ columns }) => columns))];
  const sets = groupings.map(({ columns }) => `(${columns.map(qualified).join(', ')})`);

  return {
    axes,
    text: `
with ${RELEASED}
select grouping(${axes.map(qualified).join(', ')}) as totalled, ${axes.map(named).join(', ')},
       count(*) as n, mod(sum(e.rk), $6)::bigint as key_sum,
       mod(sum(e.pk), $6)::bigint as person_key_sum
from released
join encounter e using (agency_id, submission_id, epoch, month)
group by grouping sets (${sets.join(', ')})`,
  };
}

function named(column: string): string {
  return `${qualified(column)} as ${column}`;
}
