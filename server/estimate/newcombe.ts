import type { Interval } from './interval.js';

/** A proportion and its own interval. */
export interface ProportionWithInterval {
  readonly proportion: number;
  readonly interval: Interval;
}

/**
 * Newcombe's hybrid score interval for a difference of two independent proportions.
 *
 * Built from the two Wilson intervals, so it inherits their coverage near 0 and 1 and stays within -1 and 1. At the
 * effective numbers of trials it carries the protection noise.
 *
 * Source: Newcombe (1998), Stat. Med. 17, 873-890, method 10.
 */
export function newcombe(arm: ProportionWithInterval, baseline: ProportionWithInterval): Interval {
  const difference = arm.proportion - baseline.proportion;
  const below = Math.hypot(arm.proportion - arm.interval.lower, baseline.interval.upper - baseline.proportion);
  const above = Math.hypot(arm.interval.upper - arm.proportion, baseline.proportion - baseline.interval.lower);
  return { lower: difference - below, upper: difference + above };
}
