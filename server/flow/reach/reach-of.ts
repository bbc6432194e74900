import { KNOWN } from '../../../schema/codelists/index.js';
import { dimensionOf } from '../../../schema/catalogue/index.js';
import { compareRates, estimateRate, sumShown, withoutValue } from '../../estimate/index.js';
import type { RateSums } from '../../estimate/index.js';
import type { PlannedMeasure, PlannedRow } from '../../plan/index.js';
import type { Cell, IntervalEstimate, ProtectedTable, RateEstimate } from '../../table/index.js';

import { encountersOf, reasonWithout } from '../answers/estimate-row.js';
import type { Asking, ProtectedPlan } from '../answers/protected-plan.js';
import type { Reach } from './reach-table.js';
import type { PartOfWeek } from './week.js';

/** Rows of some parts of the week, the model looked for among them, and the table they are printed from. */
interface Looking {
  readonly model: string;
  readonly asking: Asking;
  readonly table: ProtectedTable;
}

/** The reach of a response model in parts of the week, from the displayed cells of a table with these parts as rows. */
export function reachOf(
  { plan: { rows }, table }: ProtectedPlan,
  { parts, model, asking }: { parts: readonly PartOfWeek[]; model: string; asking: Asking },
): Reach {
  const looking = { model, asking, table };
  const found = parts.flatMap((part) => rows.filter((row) => isPart(row, part)).map((row) => ({ ...part, row })));
  const rowsOf = (openness: PartOfWeek['openness']): readonly PlannedRow[] =>
    found.filter((part) => part.openness === openness).map(({ row }) => row);
  const isTimed = parts.every(({ openness }) => openness !== null);

  return {
    parts: found.map(({ row, ...part }) => ({
      ...part,
      encounters: encountersOf(row, table),
      share: shareIn([row], looking),
    })),
    withinHours: isTimed ? shareIn(rowsOf('WITHIN'), looking) : NOTHING,
    outsideHours: isTimed ? shareIn(rowsOf('OUTSIDE'), looking) : NOTHING,
    encountersWithinHours: isTimed ? encountersWithin({ open: rowsOf('WITHIN'), rows, found }, looking) : NOTHING,
    lowestToHighest: lowestToHighest(
      found.map(({ row }) => row),
      looking,
    ),
  };
}

const NOTHING = withoutValue('NOT_APPLICABLE').rate;

/** The share of the model in some rows of a table with `coverageByModel`; not applicable in none. */
function shareIn(rows: readonly PlannedRow[], { model, asking, table }: Looking): RateEstimate {
  const without = rows.flatMap((row) => row.measures.flatMap((planned) => reasonWithout(planned, row, asking) ?? []));
  const [reason] = without;
  if (rows.length === 0 || reason !== undefined) return withoutValue(reason ?? 'NOT_APPLICABLE').rate;

  return estimateRate(sumsOf(rows, { model, table }));
}

function sumsOf(
  rows: readonly PlannedRow[],
  { model, table }: Pick<Looking, 'model' | 'table'>,
): RateSums & { readonly threshold: number } {
  const cells = (of: (planned: PlannedMeasure) => readonly Cell[]): readonly Cell[] =>
    rows.flatMap(({ measures }) => measures.flatMap(of));
  const index = dimensionOf('RESPONSE_MODEL').tree.leavesOf(KNOWN).indexOf(model);
  const denominator = cells((planned) => planned.denominator);

  return {
    numerator: sumShown(
      cells(({ parts }) => parts[index] ?? []),
      table,
    ),
    denominator: sumShown(denominator, table),
    unknown: sumShown(
      cells(({ unknown }) => unknown),
      table,
    ),
    notCollected: sumShown(
      cells(({ notCollected }) => notCollected),
      table,
    ),
    notEngaged: null,
    threshold: table.thresholdOf(denominator),
  };
}

/** Encounters of the area in the hours. Around the clock all of them are, by definition: no estimate. */
function encountersWithin(
  {
    open,
    rows,
    found,
  }: { open: readonly PlannedRow[]; rows: readonly PlannedRow[]; found: readonly { row: PlannedRow }[] },
  { table }: Looking,
): RateEstimate {
  if (open.length === 0 || open.length === found.length) return NOTHING;
  if (found.some(({ row }) => !row.isPermitted)) return withoutValue('NOT_PERMITTED').rate;

  const cellsOf = (some: readonly PlannedRow[]): readonly Cell[] => some.flatMap(({ encounters }) => encounters);
  const outside = (leaf: string): readonly PlannedRow[] =>
    rows.filter(({ group }) => Object.values(group).includes(leaf));
  const denominator = cellsOf(found.map(({ row }) => row));
  return estimateRate({
    numerator: sumShown(cellsOf(open), table),
    denominator: sumShown(denominator, table),
    unknown: sumShown(cellsOf(outside('UNKNOWN')), table),
    notCollected: sumShown(cellsOf(outside('NOT_COLLECTED')), table),
    notEngaged: null,
    threshold: table.thresholdOf(denominator),
  });
}

/** The lowest share of a part over the highest; suppressed where the share of any part is not shown. */
function lowestToHighest(rows: readonly PlannedRow[], looking: Looking): IntervalEstimate {
  const shares = rows.map((row) => ({ row, share: shareIn([row], looking) }));
  const hidden = shares.find(({ share }) => share.status !== 'SHOWN');
  const [lowest, ...others] = shares.toSorted((one, other) => (one.share.value ?? 0) - (other.share.value ?? 0));
  const highest = others.at(-1);
  if (hidden !== undefined || lowest === undefined || highest === undefined)
    return withoutValue(hidden?.share.status ?? 'NOT_APPLICABLE').comparison.ratio;

  const { threshold, ...arm } = sumsOf([lowest.row], looking);
  return compareRates({ arm, baseline: sumsOf([highest.row], looking), threshold }).ratio;
}

function isPart({ group }: PlannedRow, { shift, weekend }: PartOfWeek): boolean {
  return group['SHIFT'] === shift && (weekend === null || group['WEEKEND'] === weekend);
}
