import { RECORD_CLASSES } from '../table/index.js';

import { RELEASED, qualified } from './released.sql.js';
import type { Grouping } from './table-shape.js';

/** Result columns, besides the axes of the groupings. */
export interface CountRow {
  /** Bit mask of the axes the row is a total over, first axis highest. */
  readonly totalled: number;
  readonly n: string;
  readonly key_sum: string;
  /** The person key of every encounter; null where persons are not counted, or too many to matter. */
  readonly person_keys: readonly string[] | null;
  /** Encounters of frequent persons. */
  readonly frequent: string;
  readonly [axis: string]: string | number | readonly string[] | null;
}

/** No threshold hides this many persons, whatever their noise; and the highest one more for every further key of a person. */
const PERSONS_MANY = 24;
const THRESHOLD_HIGHEST = 13;

/** No person below the open last class is half of this many encounters. */
const ENCOUNTERS_MANY = 2 * ((RECORD_CLASSES.at(-1) ?? 0) - 1);

/**
 * Distinct remainders of the person keys: never more than there are persons. Where there are many of both, no gate looks
 * at who they are.
 */
const IS_MANY = `count(*) >= ${ENCOUNTERS_MANY} * $11::int
  and bit_count(bit_or(1::bigint << (e.pk & 63)::int)::bit(64)) 
    >= ${PERSONS_MANY} + ${THRESHOLD_HIGHEST} * ($11::int - 1)`;

const PERSONS = `
case when $10::boolean or not (${IS_MANY}) then array_agg(e.pk) end as person_keys,
count(*) filter (where e.pk = any($9::bigint[])) as frequent`;

const NO_PERSONS = 'null as person_keys, 0 as frequent';

/**
 * Count encounters and add their record keys for several layouts in one pass over the released rows.
 *
 * Besides the values of `RELEASED`, $8 is the modulus of key sums; with persons, $9 the person keys of the frequent ones,
 * $10 whether to list the persons of large groups too, and $11 how many keys one person may have.
 */
export function countStatement(
  groupings: readonly Grouping[],
  { withPersons }: { withPersons: boolean },
): {
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
       count(*) as n, mod(sum(e.rk), $8)::bigint as key_sum, ${withPersons ? PERSONS : NO_PERSONS}
from released
join encounter e using (agency_id, submission_id, epoch, month)
group by grouping sets (${sets.join(', ')})`,
  };
}

function named(column: string): string {
  return `${qualified(column)} as ${column}`;
}
