import type { Asker } from '../../../schema/records/index.js';
import { mayShowMeasure, mayShowRow, noRowPermitted } from '../../plan/index.js';
import type { OutcomesQuestion, Refused } from '../../table/index.js';

import type { House } from '../house.js';
import { areaAsked, quotaAcross, tablesAnswered } from '../ledger/quotas.js';
import type { Quota } from '../ledger/quotas.js';
import { questionOf, wayOfComparison } from './answer-comparison.js';
import type { ComparisonQuestion } from './answer-comparison.js';
import { nothingReleased, sceneAsked, wayOfOutcomes } from './answer-outcomes.js';
import { explained } from './explained.js';
import { handleFor, outlookOf } from './put.js';
import type { Outlook } from './put.js';
import type { AnyTable, AskedIn, WayOfOne } from './way.js';

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
  /** Rows of which nothing would be shown; arms of which, or of whose baseline, nothing would. */
  readonly rowsNotPermitted: number;
  /** Codes of the measures that would be NOT_PERMITTED in every row. */
  readonly measuresNotPermitted: readonly string[];
}

/** Whether `outcomes` would be answered. Nothing is counted, noted or taken from a quota. */
export async function forecastOutcomes(question: OutcomesQuestion, asker: Asker, house: House): Promise<Forecast> {
  const scene = await sceneAsked(question, house);
  return scene === null ? NOTHING : forecast({ question, way: await wayOfOutcomes(scene, asker, house) }, asker, house);
}

/** Whether `compare` would be answered. */
export async function forecastComparison(asked: ComparisonQuestion, asker: Asker, house: House): Promise<Forecast> {
  const question = questionOf(asked);
  const scene = await sceneAsked(question, house);
  if (scene === null) return NOTHING;

  return forecast({ question, way: await wayOfComparison({ asked, scene }, asker, house) }, asker, house);
}

const NOTHING: Forecast = { refused: nothingReleased(), table: null, quota: null };

async function forecast(
  { question, way }: AskedIn & { readonly way: WayOfOne<AnyTable> },
  asker: Asker,
  house: House,
): Promise<Forecast> {
  const put = way.putOf(question);
  if ('reason' in put) return { refused: put, table: null, quota: null };

  const { asking } = put;
  const area = areaAsked(asking);
  const tables = await tablesAnswered({ asker, scene: way.scene }, house);
  const quota = { area, asked: tables.get(area)?.size ?? 0, allowed: asking.sight.lens.tablesMax };
  const explain = async (refusal: Refused): Promise<Refused> => explained(refusal, { question, way }, asker, house);

  const outlook = outlookOf(put);
  if ('kind' in outlook) return { refused: await explain(outlook), table: null, quota };

  const table = { ...sizesOf(outlook), handle: handleFor(put) };
  const isHidden = table.rowsNotPermitted === table.rowCount;
  const refusal = quotaAcross([put], tables) ?? (isHidden ? noRowPermitted() : null);
  return { refused: refusal === null ? null : await explain(refusal), table, quota };
}

function sizesOf({ rows, chosen }: Outlook): Omit<ForecastTable, 'handle'> {
  const permitted = rows.filter(mayShowRow);
  return {
    rowCount: rows.length,
    rowsNotPermitted: rows.length - permitted.length,
    measuresNotPermitted: chosen
      .filter((measure) => !permitted.some((row) => mayShowMeasure(row, measure)))
      .map(({ code }) => code),
  };
}
