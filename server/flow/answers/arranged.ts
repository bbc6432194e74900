import { measures } from '../../../schema/catalogue/index.js';
import type { MeasureEstimate } from '../../table/index.js';

import type { OutcomeRow, OutcomesAnswer, OutcomesTable } from './outcomes-answer.js';

/** How the rows of an answer are given: in which order, and how many of them. */
export interface Arrangement {
  readonly orderBy: Order | null;
  /** The first so many rows; null for all. */
  readonly top: number | null;
}

interface Order {
  /** `AXES`, `ENCOUNTERS` or the code of a measure of the table. */
  readonly by: string;
  readonly direction: 'ASCENDING' | 'DESCENDING';
}

/**
 * The answer with its rows put in order and cut.
 *
 * A function of the displayed answer alone, as anybody could make it from the whole table: it decides nothing about the
 * table, so its cells, handle, quota and entry in the ledger are those of the table asked plainly.
 * Source: disclosure policy, section 2.16.
 */
export function arranged(answer: OutcomesAnswer, { orderBy, top }: Arrangement): OutcomesAnswer {
  if (answer.kind === 'REFUSED' || (orderBy === null && top === null)) return answer;

  const ordered = orderBy === null ? answer.rows : inOrder(answer.rows, orderBy);
  const rows = ordered.slice(0, top ?? ordered.length);
  const notes = [...orderNotes(orderBy), ...topNotes({ ...answer, rows })];
  return { ...answer, rows, footnotes: [...answer.footnotes, ...notes] };
}

/** Sorting is stable: equal rows, and rows without a displayed value, stay as the registry has them. */
function inOrder(rows: readonly OutcomeRow[], { by, direction }: Order): readonly OutcomeRow[] {
  if (by === 'AXES') return direction === 'ASCENDING' ? rows : rows.toReversed();

  const sign = direction === 'ASCENDING' ? 1 : -1;
  const last = sign * Number.POSITIVE_INFINITY;
  const placed = rows.map((row) => ({ row, place: displayedValue(row, by) ?? last }));
  return placed
    .toSorted((one, other) => (one.place === other.place ? 0 : sign * (one.place - other.place)))
    .map(({ row }) => row);
}

/** The value of a row as it is displayed; null where none is. */
function displayedValue({ encounters, measures: estimates }: OutcomeRow, by: string): number | null {
  if (by === 'ENCOUNTERS') return encounters.value;
  const estimate = estimates[by];
  return estimate === undefined ? null : valueOf(estimate);
}

function valueOf(estimate: MeasureEstimate): number | null {
  if ('parts' in estimate) return null;
  return 'median' in estimate ? estimate.median.value : estimate.value;
}

function orderNotes(orderBy: Order | null): readonly string[] {
  if (orderBy === null || orderBy.by === 'AXES') return [];
  const label = measures.find(({ code }) => code === orderBy.by)?.label ?? 'Encounters';
  const first = orderBy.direction === 'ASCENDING' ? 'the least' : 'the greatest';
  return [
    `Rows are in the order of a displayed value, ${first} first: ${label}. Differences within the intervals are no ranking. ` +
      'Rows without a displayed value are last.',
  ];
}

function topNotes({ rows, rowCount }: OutcomesTable): readonly string[] {
  return rows.length === rowCount ? [] : [`Only the first ${rows.length} of ${rowCount} rows are given.`];
}
