import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

import { criticalValue } from './interval.js';
import type { Interval } from './interval.js';

/** An estimate on the scale it is normal on, with its variance: of a ratio, the logarithm. */
export interface NormalEstimate {
  readonly theta: number;
  readonly variance: number;
}

/** Two-sided probability of an estimate at least this far from zero, were the truth zero. */
export function twoSidedP({ theta, variance }: NormalEstimate): number {
  return 2 * normalCdf(-Math.abs(theta) / Math.sqrt(variance), 0, 1);
}

/** Interval of a difference: theta -+ z se. */
export function normalInterval({ theta, variance }: NormalEstimate): Interval {
  const spread = criticalValue() * Math.sqrt(variance);
  return { lower: theta - spread, upper: theta + spread };
}

/** Interval of a ratio whose logarithm was estimated: exp(theta -+ z se). */
export function logNormalInterval(estimate: NormalEstimate): Interval {
  const { lower, upper } = normalInterval(estimate);
  return { lower: Math.exp(lower), upper: Math.exp(upper) };
}
