import type { Asker } from '../../../schema/records/index.js';
import { estimateSeries } from '../../estimate/index.js';
import { AskerError } from '../../lib/index.js';
import { grainOf, isTimeAxis, rangeOf } from '../../table/index.js';
import type { OutcomesQuestion, TimeGrain } from '../../table/index.js';

import { nothingReleased, sceneAsked } from '../answers/answer-outcomes.js';
import { answeredOrExplained } from '../answers/explained.js';
import type { Asking } from '../answers/protected-plan.js';
import type { Put } from '../answers/put.js';
import type { ReleaseScene } from '../answers/scene.js';
import { sightsOf } from '../answers/sight.js';
import { wayOfOne } from '../answers/way.js';
import type { WayOfOne } from '../answers/way.js';
import type { House } from '../house.js';
import { countedTable, rateIn } from './counted-table.js';
import type { CountedRow, CountedTable } from './counted-table.js';
import type { TrendAnswer, TrendSeries } from './study-answers.js';

/** Rates over time: a question by groups, laid out along a time grain. */
export interface TrendQuestion {
  readonly question: OutcomesQuestion;
  readonly grain: TimeGrain;
  /** Periods centre and limits are found from; null is all of them. */
  readonly baseline: OutcomesQuestion['period'];
}

const MONTHS_PER_YEAR = 12;

/** A series per group and rate: control chart, flagged points and log-linear trend, all from displayed counts. */
export async function answerTrend(
  { question, grain, baseline }: TrendQuestion,
  asker: Asker,
  house: House,
): Promise<TrendAnswer> {
  if (question.by.some(isTimeAxis)) throw timeGivenTwice();
  if (baseline !== null && (grainOf(baseline.from) === null || grainOf(baseline.to) === null)) throw badBaseline();
  const byTime = { ...question, by: [...question.by, grain] };
  const scene = await sceneAsked(byTime, house);
  if (scene === null) return nothingReleased();

  const way = await wayOfTrend(scene, asker, house);
  const table = await answeredOrExplained(way.putOf(byTime), { question: byTime, way }, asker, house);
  if (table.kind === 'REFUSED') return table;

  const { rows, kind, ...frame } = table;
  return { kind, grain, series: seriesOf(rows, { question, grain, baseline }), caveats: CAVEATS, table: frame };
}

/** How a trend is asked of a release: of rates along one time axis. */
async function wayOfTrend(scene: ReleaseScene, asker: Asker, house: House): Promise<WayOfOne<CountedTable>> {
  const sightOf = await sightsOf({ asker, scene }, house);
  return wayOfOne({
    scene,
    putOf: (question) => trendPut({ question, scene, sight: sightOf(question) }),
    mayBeAsked: ({ by, measures }) => by.filter(isTimeAxis).length === 1 && measures.length > 0,
  });
}

/** The displayed counts of a trend as they were asked for: the question has the time grain last among its groups. */
export function trendPut(asking: Asking): Put<CountedTable> {
  return { field: 'TREND', asking, beside: {}, layOut: (found) => countedTable(asking, found) };
}

/** Said with every trend. */
const CAVEATS: readonly string[] = [
  'Limits say where points lie while nothing but chance changes; a flag says that something changed, not what. Agencies ' +
    'entering or leaving, a new form and a new definition change a rate too: see `contributors`.',
  'Limits from fewer than twelve points are provisional. Where there was a change, name the time before it as `baseline`.',
  'The trend fits a steady change, and knows no season: ask for whole years. Each flag and trend may be chance; of many ' +
    'series some will be.',
];

function seriesOf(rows: readonly CountedRow[], { question, grain, baseline }: TrendQuestion): readonly TrendSeries[] {
  const keyOf = ({ group }: CountedRow): string => JSON.stringify(withoutTime(group, grain));
  const keys = [...new Set(rows.map(keyOf))];
  return keys
    .map((key) => rows.filter((row) => keyOf(row) === key))
    .flatMap((ofGroup) =>
      question.measures.map((measure) => ({
        group: withoutTime(ofGroup[0]?.group ?? {}, grain),
        measure,
        ...estimateSeries(
          ofGroup.map((row) => {
            const period = row.group[grain] ?? '';
            return { period, at: yearsAt(period), isBaseline: liesIn(period, baseline), ...rateIn(row, measure) };
          }),
        ),
      })),
    );
}

function withoutTime(group: CountedRow['group'], grain: TimeGrain): CountedRow['group'] {
  return Object.fromEntries(Object.entries(group).filter(([axis]) => axis !== grain));
}

/** When a period begins, in years: 2024-Q3 is 2024.5. */
function yearsAt(period: string): number {
  const { from } = rangeOf(period);
  return Number(from.slice(0, 4)) + (Number(from.slice(5)) - 1) / MONTHS_PER_YEAR;
}

function liesIn(period: string, baseline: OutcomesQuestion['period']): boolean {
  if (baseline === null) return true;
  const { from, through } = rangeOf(period);
  return from >= rangeOf(baseline.from).from && through <= rangeOf(baseline.to).through;
}

function timeGivenTwice(): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    'Both `by` and `grain` say how long a period is. A series has one length of period, its `grain`. ' +
      'Leave MONTH, QUARTER and YEAR out of `by`.',
  );
}

function badBaseline(): AskerError {
  return new AskerError(
    'BAD_PERIOD',
    'The baseline is not a range of periods. `from` and `to` are each a year `2024`, a quarter `2024-Q1` or a month ' +
      '`2024-03`. Write for instance { from: "2023-Q1", to: "2024-Q2" }.',
  );
}
