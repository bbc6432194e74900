import { countsShown, sumShown } from '../../estimate/index.js';
import type { PlannedMeasure, PlannedRow } from '../../plan/index.js';
import type { CountedRate, DisplayedCounts, ProtectedTable, RateEstimate } from '../../table/index.js';

import { reasonWithout } from '../answers/estimate-row.js';
import type { OutcomeRow, OutcomesTable } from '../answers/outcomes-answer.js';
import { outcomesTable } from '../answers/outcomes-table.js';
import type { Asking, ProtectedPlan } from '../answers/protected-plan.js';

/** A row with the displayed counts behind each of its rates; null where a rate is not shown. */
export interface CountedRow extends OutcomeRow {
  readonly counts: Readonly<Record<string, DisplayedCounts | null>>;
}

/** A table of outcomes whose rates can be worked with. All its measures are rates. */
export interface CountedTable extends OutcomesTable {
  readonly rows: readonly CountedRow[];
}

/** Lay a protected table out with the displayed counts of every rate: what trends, funnels and effects are made of. */
export function countedTable(asking: Asking, found: ProtectedPlan): CountedTable {
  const { plan, table } = found;
  const laidOut = outcomesTable(asking, found);
  const rows = laidOut.rows.map((row, index) => ({ ...row, counts: countsIn(plan.rows[index], asking, table) }));
  return { ...laidOut, rows };
}

/** A rate of a row, with its counts. */
export function rateIn({ measures, counts }: CountedRow, measure: string): CountedRate {
  const rate = measures[measure];
  if (rate === undefined || !('numerator' in rate)) throw new Error('A rate was planned that is not in the table.');
  return { rate: rate satisfies RateEstimate, counts: counts[measure] ?? null };
}

function countsIn(row: PlannedRow | undefined, asking: Asking, table: ProtectedTable): CountedRow['counts'] {
  if (row === undefined) throw new Error('A row of the plan is missing.');
  return Object.fromEntries(
    row.measures.map((planned) => [planned.measure.code, countsOf(planned, row, asking, table)]),
  );
}

function countsOf(
  planned: PlannedMeasure,
  row: PlannedRow,
  asking: Asking,
  table: ProtectedTable,
): DisplayedCounts | null {
  if (reasonWithout(planned, row, asking) !== null) return null;
  return countsShown({
    numerator: sumShown(planned.parts.flat(), table),
    denominator: sumShown(planned.denominator, table),
    threshold: table.thresholdOf(planned.denominator),
  });
}
