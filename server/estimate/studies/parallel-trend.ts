import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

import type { Effect } from './difference-in-differences.js';
import { gapOf } from './event-study.js';
import type { PairedPeriod } from './event-study.js';
import { criticalValue } from '../interval.js';
import { weightedLine } from './weighted-line.js';

/** How the gap between treated and comparison moved before the event, per period. */
export interface ParallelTrend {
  readonly slope: Effect;
  /** Two-sided: how often chance alone gives a slope as steep, were the trends parallel. */
  readonly pValue: number;
}

/** Fewest shown periods a trend is looked for in. */
export const PARALLEL_PERIODS_MIN = 4;

/**
 * Whether treated and comparison moved alike before the event: the slope of their gap, by weighted least squares.
 *
 * The estimate rests on the gap staying as it was; a slope in it before the event speaks against that. No slope found is
 * weak evidence: with few periods and few encounters a steep one would go unseen, so the interval is given.
 *
 * Source: Roth (2022), Am. Econ. Rev. Insights 4(3), 305-322.
 *
 * @returns null with fewer than 4 shown periods.
 */
export function parallelTrend(before: readonly Pick<PairedPeriod, 'treated' | 'comparison'>[]): ParallelTrend | null {
  const points = before
    .map(gapOf)
    .flatMap((gap, at) =>
      gap === null || !(gap.variance > 0) ? [] : [{ at, value: gap.value, weight: 1 / gap.variance }],
    );
  const line = points.length < PARALLEL_PERIODS_MIN ? null : weightedLine(points);
  if (line === null) return null;

  const { slope: value, slopeStandardError: standardError } = line;
  const spread = criticalValue() * standardError;
  return {
    slope: { value, standardError, interval: { lower: value - spread, upper: value + spread } },
    pValue: 2 * normalCdf(-Math.abs(value) / standardError, 0, 1),
  };
}
