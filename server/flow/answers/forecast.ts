import type { Asker } from '../../../schema/records/index.js';
import { noRowPermitted } from '../../plan/index.js';
import type { OutcomesPlan, PlannedRow } from '../../plan/index.js';
import type { OutcomesQuestion, Refused } from '../../table/index.js';

import type { House } from '../house.js';
import { areaAsked, quotaRefusal, tablesAnswered } from '../ledger/quotas.js';
import type { Quota } from '../ledger/quotas.js';
import { checkedShape, wayOfComparison } from './answer-comparison.js';
import { nothingReleased, sceneAsked, wayOfOutcomes } from './answer-outcomes.js';
import { RESPONSE_MODEL } from './comparison/shape.js';
import { explained } from './explained.js';
import type { Way } from './explained.js';
import type { ComparisonTable, OutcomesTable } from './outcomes-answer.js';
import { handleOf } from './outcomes-table.js';
import { planFor } from './protected-plan.js';
import type { Asking, WholePlan } from './protected-plan.js';

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

/** A comparison of response models with one of them, crude. */
export interface CrudeComparison {
  readonly question: OutcomesQuestion;
  readonly baseline: string;
  readonly arms: readonly string[];
}

/** Whether `outcomes` would be answered. Nothing is counted, noted or taken from a quota. */
export async function forecastOutcomes(question: OutcomesQuestion, asker: Asker, house: House): Promise<Forecast> {
  const scene = await sceneAsked(question, house);
  if (scene === null) return NOTHING;

  const way = await wayOfOutcomes(scene, asker, house);
  return forecast({ question, way, isPrinted: () => true }, asker, house);
}

/** Whether `compare` would be answered. */
export async function forecastComparison(asked: CrudeComparison, asker: Asker, house: House): Promise<Forecast> {
  const { question, baseline } = asked;
  const shape = checkedShape(asked);
  const scene = await sceneAsked(question, house);
  if (scene === null) return NOTHING;

  const way = await wayOfComparison({ asked, shape, scene }, asker, house);
  return forecast({ question, way, isPrinted: ({ group }) => group[RESPONSE_MODEL] !== baseline }, asker, house);
}

const NOTHING: Forecast = { refused: nothingReleased(), table: null, quota: null };

interface Foreseen {
  readonly question: OutcomesQuestion;
  readonly way: Way<OutcomesTable | ComparisonTable>;
  /** Whether a planned row is one of the answer's, or only beside it. */
  readonly isPrinted: (row: PlannedRow) => boolean;
}

async function forecast({ question, way, isPrinted }: Foreseen, asker: Asker, house: House): Promise<Forecast> {
  const put = way.putOf(question);
  if ('kind' in put) return { refused: put, table: null, quota: null };

  const { asking, refused = null } = put;
  const area = areaAsked(asking);
  const tables = await tablesAnswered({ asker, scene: way.scene }, house);
  const quota = { area, asked: tables.get(area)?.size ?? 0, allowed: asking.sight.lens.tablesMax };
  const explain = async (refusal: Refused): Promise<Refused> => explained(refusal, { question, way }, asker, house);

  const plan = refused ?? planFor(asking);
  if ('kind' in plan) return { refused: await explain(plan), table: null, quota };

  const table = tableOf(asking, plan, isPrinted);
  const refusal =
    quotaRefusal({ asking, area, handleOf: () => table.handle }, tables) ?? (isHidden(table) ? noRowPermitted() : null);
  return { refused: refusal === null ? null : await explain(refusal), table, quota };
}

function tableOf(asking: Asking, plan: WholePlan, isPrinted: Foreseen['isPrinted']): ForecastTable {
  const rows = plan.rows.filter(isPrinted);
  const permitted = rows.filter(({ isPermitted }) => isPermitted);
  return {
    handle: handleOf(asking, plan),
    rowCount: rows.length,
    rowsNotPermitted: rows.length - permitted.length,
    measuresNotPermitted: rows.length === 0 ? [] : hiddenMeasures(plan, permitted),
  };
}

function hiddenMeasures({ rows }: OutcomesPlan, permitted: readonly PlannedRow[]): readonly string[] {
  const shown = permitted.flatMap(({ measures }) => measures.filter(({ isPermitted }) => isPermitted));
  const codes = new Set(shown.map(({ measure }) => measure.code));
  const asked = rows[0]?.measures.map(({ measure }) => measure.code) ?? [];
  return asked.filter((code) => !codes.has(code));
}

function isHidden({ rowCount, rowsNotPermitted }: ForecastTable): boolean {
  return rowCount > 0 && rowsNotPermitted === rowCount;
}
