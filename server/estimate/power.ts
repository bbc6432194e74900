import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

import { criticalValue } from './interval.js';

/** Chance of seeing a difference that is there, when a comparison is called large enough. */
const POWER = 0.8;
const STEPS = 60;

/** The smallest true differences a comparison would show with 80 % power, as proportions. */
export interface DetectableDifference {
  /** Negative: the arm less often. Null where even a rate of zero would not be told apart. */
  readonly decrease: number | null;
  /** Positive: the arm more often. Null where even a rate of one would not be told apart. */
  readonly increase: number | null;
}

interface Sizes {
  /** Effective numbers of trials: noise has made them fewer than the encounters shown. */
  readonly armTrials: number;
  readonly baselineTrials: number;
  readonly baselineRate: number;
}

/**
 * The smallest difference a comparison of two proportions could have seen: two-sided 5 % test, 80 % power.
 *
 * Says what a comparison that found nothing was able to find. Trials are the effective ones, so the protection noise
 * costs power as it should.
 *
 * Source: Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., section 4.3, without
 * continuity correction: the formula of R's power.prop.test for unequal arms.
 *
 * @returns null without trials, or with a baseline rate that is not between 0 and 1.
 */
export function detectableDifference(sizes: Sizes): DetectableDifference | null {
  const { armTrials, baselineTrials, baselineRate } = sizes;
  if (!(armTrials > 0) || !(baselineTrials > 0) || !(baselineRate > 0 && baselineRate < 1)) return null;

  return { decrease: towards(0, sizes), increase: towards(1, sizes) };
}

/**
 * Exact encounters each of two equal arms needs for a difference to be seen: two-sided 5 % test, 80 % power.
 *
 * Source: as `detectableDifference`.
 *
 * @returns null when the rates are equal: no number would do.
 * @example encountersNeeded({ armRate: 0.5, baselineRate: 0.75 }) // 58
 */
export function encountersNeeded({
  armRate,
  baselineRate,
  power = POWER,
}: {
  armRate: number;
  baselineRate: number;
  power?: number;
}): number | null {
  if (armRate === baselineRate) return null;

  const pooled = (armRate + baselineRate) / 2;
  const apart =
    criticalValue() * Math.sqrt(2 * pooled * (1 - pooled)) +
    normalQuantile(power, 0, 1) * Math.sqrt(armRate * (1 - armRate) + baselineRate * (1 - baselineRate));
  return Math.ceil((apart / (armRate - baselineRate)) ** 2);
}

/** Chance that the test finds the difference between these two rates, in the direction it has. */
export function powerOf({ armTrials, baselineTrials, baselineRate, armRate }: Sizes & { armRate: number }): number {
  const pooled = (armRate * armTrials + baselineRate * baselineTrials) / (armTrials + baselineTrials);
  const null_ = Math.sqrt(pooled * (1 - pooled) * (1 / armTrials + 1 / baselineTrials));
  const alternative = Math.sqrt(
    (armRate * (1 - armRate)) / armTrials + (baselineRate * (1 - baselineRate)) / baselineTrials,
  );
  return normalCdf((Math.abs(armRate - baselineRate) - criticalValue() * null_) / alternative, 0, 1);
}

/** The nearest rate on the way to an end that is seen with enough power, found by halving. */
function towards(end: number, sizes: Sizes): number | null {
  const { baselineRate } = sizes;
  if (powerOf({ ...sizes, armRate: end }) < POWER) return null;

  let [unseen, seen] = [baselineRate, end];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (unseen + seen) / 2;
    if (powerOf({ ...sizes, armRate: middle }) < POWER) unseen = middle;
    else seen = middle;
  }
  return seen - baselineRate;
}
