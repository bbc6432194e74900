import type { Asker } from '../../../schema/records/index.js';
import { noRowPermitted } from '../../plan/index.js';
import type { OutcomesPlan, PlannedRow } from '../../plan/index.js';
import type { OutcomesQuestion, Refused } from '../../table/index.js';

import type { House } from '../house.js';
import { areaAsked, quotaRefusal, tablesAnswered } from '../ledger/quotas.js';
import type { Quota } from '../ledger/quotas.js';
import type { ComparisonQuestion } from './answer-comparison.js';
import { nothingReleased, sceneAsked } from './answer-outcomes.js';
import { explained } from './explained.js';
import { handleOf } from './outcomes-table.js';
import { planFor } from './protected-plan.js';
import type { Asking } from './protected-plan.js';
import { ARM, wayOfComparison, wayOfOutcomes } from './ways.js';
import type { Way } from './ways.js';

/** What would become of a question: from the plan of it, the registry and what its asker was answered before. */
export interface Forecast {
  /** Null when it would be answered. */
  readonly refused: Refused | null;
  /** The table there would be; null where the plan is refused. */
  readonly table: ForecastTable | null;
  /** What the asker has used of the area's quota; null where nothing is released. */
  readonly quota: Quota | null;
}

interface ForecastTable {
  readonly handle: string;
  readonly rowCount: number;
  /** Rows that would be NOT_PERMITTED. */
  readonly rowsNotPermitted: number;
  /** Codes of the measures that would be NOT_PERMITTED in every row. */
  readonly measuresNotPermitted: readonly string[];
}

/** Whether `outcomes` would be answered. Nothing is counted, noted or taken from a quota. */
export async function forecastOutcomes(question: OutcomesQuestion, asker: Asker, house: House): Promise<Forecast> {
  const scene = await sceneAsked(question, house);
  if (scene === null) return NOTHING;

  const way = await wayOfOutcomes(scene, asker, house);
  return forecast({ question, way, isPrinted: () => true }, asker, house);
}

/** Whether `compare` would be answered. */
export async function forecastComparison(
  { question, baseline, arms }: ComparisonQuestion,
  asker: Asker,
  house: House,
): Promise<Forecast> {
  const scene = await sceneAsked(question, house);
  if (scene === null) return NOTHING;

  const way = await wayOfComparison({ scene, models: [baseline, ...arms] }, asker, house);
  return forecast({ question, way, isPrinted: ({ group }) => group[ARM] !== baseline }, asker, house);
}

const NOTHING: Forecast = { refused: nothingReleased(), table: null, quota: null };

async function forecast(
  { question, way, isPrinted }: { question: OutcomesQuestion; way: Way; isPrinted: (row: PlannedRow) => boolean },
  asker: Asker,
  house: House,
): Promise<Forecast> {
  const asking = way.askingOf(question);
  if ('kind' in asking) return { refused: asking, table: null, quota: null };

  const area = areaAsked(asking);
  const answered = await tablesAnswered({ asker, scene: way.scene }, house);
  const quota = { area, asked: answered.get(area)?.size ?? 0, allowed: asking.sight.lens.tablesMax };
  const explain = async (refusal: Refused): Promise<Refused> => explained(refusal, { question, way }, asker, house);

  const plan = planFor(asking);
  if ('kind' in plan) return { refused: await explain(plan), table: null, quota };

  const table = tableOf(asking, plan, isPrinted);
  const refusal =
    quotaRefusal({ asking, area, handleOf: () => table.handle }, answered) ??
    (isHidden(table) ? noRowPermitted() : null);
  return { refused: refusal === null ? null : await explain(refusal), table, quota };
}

function tableOf(
  asking: Asking,
  { rows: planned }: OutcomesPlan,
  isPrinted: (row: PlannedRow) => boolean,
): ForecastTable {
  const rows = planned.filter(isPrinted);
  const permitted = rows.filter(({ isPermitted }) => isPermitted);
  const shown = new Set(
    permitted.flatMap(({ measures }) =>
      measures.filter(({ isPermitted }) => isPermitted).map(({ measure }) => measure.code),
    ),
  );
  const asked = planned[0]?.measures.map(({ measure }) => measure.code) ?? [];
  return {
    handle: handleOf(asking, planned),
    rowCount: rows.length,
    rowsNotPermitted: rows.length - permitted.length,
    measuresNotPermitted: asked.filter((code) => rows.length > 0 && !shown.has(code)),
  };
}

function isHidden({ rowCount, rowsNotPermitted }: ForecastTable): boolean {
  return rowCount > 0 && rowsNotPermitted === rowCount;
}
