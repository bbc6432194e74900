import type { CountedRate, ReasonedEstimate, SeriesEstimate, SeriesPoint } from '../../table/index.js';

import { CHART_POINTS_MIN, controlChart } from './control-chart.js';
import type { ControlChart } from './control-chart.js';
import { brokenRules } from './control-rules.js';
import { noiseOf, shownCount } from './counted-rate.js';
import { criticalValue } from '../interval.js';
import { logLinearTrend } from './log-linear-trend.js';
import { reasoned, without } from './reasoned.js';
import { printedOrNull } from '../rounding.js';

/** A period of a series to be charted. */
export interface PeriodRate extends CountedRate {
  readonly period: string;
  /** When, in years. */
  readonly at: number;
  /** Whether the centre and the limits are found from it. */
  readonly isBaseline: boolean;
}

/** Fewest shown points a trend is fitted to: three leave one beyond the two a line takes. */
const TREND_POINTS_MIN = 3;

/**
 * A rate over time from displayed counts: its control chart, the points the rules flag, and its log-linear trend.
 *
 * A period without a shown rate stays, with its status: it is no zero, and neither chart nor trend counts it.
 */
export function estimateSeries(periods: readonly PeriodRate[]): SeriesEstimate {
  const baseline = periods.filter(({ isBaseline }) => isBaseline).flatMap(({ counts }) => counts ?? []);
  const chart = controlChart(baseline);
  return {
    points: pointsOf(periods, chart),
    centre: printedOrNull(chart?.centre),
    chart: chart?.method ?? null,
    sigmaZ: printedOrNull(chart?.sigmaZ),
    chartReason: chart === null ? tooFewForLimits(baseline.length) : null,
    changePerYear: changePerYear(periods),
  };
}

function pointsOf(periods: readonly PeriodRate[], chart: ControlChart | null): readonly SeriesPoint[] {
  const limits = periods.map(({ counts }) => (counts === null || chart === null ? null : chart.limitsOf(counts)));
  const onChart = periods.map(({ counts }, index) => {
    const pair = limits[index] ?? null;
    return counts === null || pair === null ? null : { proportion: counts.events / counts.trials, limits: pair };
  });
  const flags = chart === null ? [] : brokenRules(onChart, chart.centre);

  return periods.map(({ period, rate, counts, isBaseline }, index) => ({
    period,
    rate,
    noise: noiseOf(counts),
    isBaseline: isBaseline && counts !== null,
    lowerLimit: printedOrNull(limits[index]?.lower),
    upperLimit: printedOrNull(limits[index]?.upper),
    flags: flags[index] ?? [],
  }));
}

function changePerYear(periods: readonly PeriodRate[]): ReasonedEstimate {
  // Counted from the first period: with 2024 in it the fit would lose its digits.
  const start = periods[0]?.at ?? 0;
  const shown = periods.flatMap(({ at, counts }) => (counts === null ? [] : [{ at: at - start, counts }]));
  if (shown.length < TREND_POINTS_MIN) return without(tooFewForTrend(shown.length), emptyStatus(periods));

  const line = logLinearTrend(
    shown.map(({ at, counts }) => ({
      at,
      events: counts.events,
      exposure: counts.trials,
      eventsVariance: counts.eventsVariance,
      exposureVariance: counts.trialsVariance,
    })),
    { per: 'TRIALS' },
  );
  if (line === null) return without(NO_TREND);

  const spread = criticalValue() * line.slopeStandardError;
  const bounds = { lower: Math.exp(line.slope - spread), upper: Math.exp(line.slope + spread) };
  return reasoned(Math.exp(line.slope), bounds);
}

/** Periods that are hidden are suppressed; too few periods asked about is nobody's secret. */
function emptyStatus(periods: readonly PeriodRate[]): 'SUPPRESSED' | 'NOT_APPLICABLE' {
  return shownCount(periods) < periods.length ? 'SUPPRESSED' : 'NOT_APPLICABLE';
}

function tooFewForLimits(count: number): string {
  return (
    `${count} points of the baseline are shown; limits are drawn from ${CHART_POINTS_MIN} at least, not all of them 0 ` +
    'or 1. Ask for a longer period or baseline, or for larger groups.'
  );
}

function tooFewForTrend(count: number): string {
  return (
    `${count} points are shown; a trend is fitted to ${TREND_POINTS_MIN} at least. ` +
    'Ask for a longer period, or for larger groups.'
  );
}

const NO_TREND =
  'The points fit no log-linear trend: the fit did not settle. A rate near 1 has none. Ask for its complement, or read the points.';
