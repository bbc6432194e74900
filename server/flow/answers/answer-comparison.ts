import type { Asker } from '../../../schema/records/index.js';
import { compareRates, sumShown, withoutValue } from '../../estimate/index.js';
import type { PlannedMeasure, PlannedRow } from '../../plan/index.js';
import { vintageOf } from '../../release/index.js';
import type { OutcomesQuestion, ProtectedTable, RateComparison } from '../../table/index.js';

import { nothingReleased, sceneAsked } from './answer-outcomes.js';
import { answeredOrExplained } from './answered.js';
import type { Put } from './answered.js';
import { encountersOf, reasonWithout } from './estimate-row.js';
import type { House } from '../house.js';
import type { ComparisonAnswer, ComparisonArm, ComparisonTable } from './outcomes-answer.js';
import { frameOf } from './outcomes-table.js';
import type { Asking, ProtectedPlan } from './protected-plan.js';
import { ARM, wayOfComparison } from './ways.js';

/** A question asked of every arm and of the baseline. Only rates are compared. */
export interface ComparisonQuestion {
  readonly question: OutcomesQuestion;
  /** Code of RESPONSE_MODEL the arms are compared with. */
  readonly baseline: string;
  /** Codes of RESPONSE_MODEL. */
  readonly arms: readonly string[];
}

/** Each arm against the baseline within the same group: rates, difference and ratio, all from displayed counts. */
export async function answerComparison(
  { question, baseline, arms }: ComparisonQuestion,
  asker: Asker,
  house: House,
): Promise<ComparisonAnswer> {
  const scene = await sceneAsked(question, house);
  if (scene === null) return nothingReleased();

  const way = await wayOfComparison({ scene, models: [baseline, ...arms] }, asker, house);
  const putOf = (asking: Asking): Put<ComparisonTable> => comparisonPut(baseline, asking);
  return answeredOrExplained({ question, way, putOf }, asker, house);
}

/** A comparison as it was asked for: the question has the arms and the baseline among its groups. */
export function comparisonPut(baseline: string, asking: Asking): Put<ComparisonTable> {
  return {
    field: 'COMPARE',
    asking,
    beside: { baseline },
    layOut: (found) => ({
      kind: 'ANSWERED',
      baseline,
      arms: armsOf({ found, asking, baseline }),
      caveats: CAVEATS,
      table: frameOf(asking, found),
    }),
  };
}

/** Said with every comparison. Source: the field guide's comparison rules 1, 5 and 8. */
const CAVEATS: readonly string[] = [
  'Crude: arms differ in the calls they are sent to. Low-acuity calls are routed to unarmed teams by design, so a crude ' +
    'ratio is not an effect. Compare within one call type, or ask for call type as a group.',
  'Arms are as dispatched (intention to treat); ask `outcomes` by RESPONSE_ARRIVED to see them as treated.',
  'Intervals treat encounters as independent; clustering by officer and agency makes the truth less certain than they say.',
];

function armsOf({
  found: { plan, table },
  asking,
  baseline,
}: {
  found: ProtectedPlan;
  asking: Asking;
  baseline: string;
}): readonly ComparisonArm[] {
  const baselines = new Map(plan.rows.filter(isArm(baseline)).map((row) => [groupKey(row), row]));

  return plan.rows.flatMap((row) => {
    const against = baselines.get(groupKey(row));
    if (against === undefined || against === row) return [];

    const compared = row.measures.map((planned, index) => {
      const other = against.measures[index] ?? planned;
      return [planned.measure.code, comparisonOf({ planned, other, row, against, asking, table })] as const;
    });
    return [
      {
        responseModel: row.group[ARM] ?? '',
        group: withoutArm(row),
        encounters: encountersOf(row, table),
        measures: Object.fromEntries(compared),
        vintage: vintageOf(asking.scene.release.manifest, row),
      },
    ];
  });
}

function comparisonOf({
  planned,
  other,
  row,
  against,
  asking,
  table,
}: {
  planned: PlannedMeasure;
  other: PlannedMeasure;
  row: PlannedRow;
  against: PlannedRow;
  asking: Asking;
  table: ProtectedTable;
}): RateComparison {
  const without = reasonWithout(planned, row, asking) ?? reasonWithout(other, against, asking);
  if (without !== null) return withoutValue(without).comparison;

  const threshold = table.thresholdOf([...planned.denominator, ...other.denominator]);
  return compareRates({ arm: rateSums(planned, table), baseline: rateSums(other, table), threshold });
}

function rateSums({ parts, denominator, unknown, notCollected, notEngaged }: PlannedMeasure, table: ProtectedTable) {
  return {
    numerator: sumShown(parts.flat(), table),
    denominator: sumShown(denominator, table),
    unknown: sumShown(unknown, table),
    notCollected: sumShown(notCollected, table),
    notEngaged: notEngaged === null ? null : sumShown(notEngaged, table),
  };
}

function isArm(model: string): (row: PlannedRow) => boolean {
  return ({ group }) => group[ARM] === model;
}

function withoutArm({ group }: PlannedRow): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(group).filter(([axis]) => axis !== ARM));
}

function groupKey(row: PlannedRow): string {
  return JSON.stringify(withoutArm(row));
}
