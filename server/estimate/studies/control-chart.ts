import type { ChartMethod } from '../../table/index.js';

import type { Interval } from '../interval.js';
import { effectiveTrials } from '../proportion.js';
import type { NoisyProportion } from '../proportion.js';

/** A control chart of proportions: where each point is expected while nothing but chance changes. */
export interface ControlChart {
  readonly centre: number;
  /** P_CHART: limits of chance alone. LANEY_P: widened by `sigmaZ`, because the baseline varies more than chance. */
  readonly method: ChartMethod;
  /** Standard deviation of successive standard scores, from their mean moving range; 1 when only chance moves them. */
  readonly sigmaZ: number;
  readonly limitsOf: (point: NoisyProportion) => Interval;
}

/** Fewest points limits are drawn from. */
export const CHART_POINTS_MIN = 6;
const SIGMAS = 3;
/** Mean range of two standard normal values. */
const MEAN_RANGE_OF_TWO = 1.128;

/**
 * Three-sigma limits of a series of proportions, at the effective number of trials of each point.
 *
 * With many trials a plain p-chart flags every breath of the world. Where the scores of neighbours differ by more than
 * chance (sigma_z^2 > 1 + 2 sqrt(2/k), the rule for funnels), Laney's p' chart widens the limits by sigma_z. It looks at
 * neighbours only, so that one lasting change does not hide itself. Limits are clipped at 0 and 1.
 *
 * Source: Laney (2002), Quality Engineering 14, 531-537; Montgomery (2013), Statistical Quality Control, section 7.3.
 *
 * @param baseline points the centre and the limits are found from, in order.
 * @returns null with fewer than 6 of them, or when they are all 0 or all 1.
 */
export function controlChart(baseline: readonly NoisyProportion[]): ControlChart | null {
  const sum = (values: readonly number[]): number => values.reduce((left, right) => left + right, 0);
  const centre = sum(baseline.map(({ events }) => events)) / sum(baseline.map(({ trials }) => trials));
  if (baseline.length < CHART_POINTS_MIN || !(centre > 0 && centre < 1)) return null;

  const sigmaOf = (point: NoisyProportion): number => Math.sqrt((centre * (1 - centre)) / effectiveTrials(point));
  const scores = baseline.map((point) => (point.events / point.trials - centre) / sigmaOf(point));
  const sigmaZ =
    sum(scores.slice(1).map((score, index) => Math.abs(score - (scores[index] ?? 0)))) /
    (scores.length - 1) /
    MEAN_RANGE_OF_TWO;
  const isWidened = sigmaZ ** 2 > 1 + 2 * Math.sqrt(2 / scores.length);

  return {
    centre,
    method: isWidened ? 'LANEY_P' : 'P_CHART',
    sigmaZ,
    limitsOf: (point) => {
      const spread = SIGMAS * sigmaOf(point) * (isWidened ? sigmaZ : 1);
      return { lower: Math.max(0, centre - spread), upper: Math.min(1, centre + spread) };
    },
  };
}
