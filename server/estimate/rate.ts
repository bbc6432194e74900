import type { DisplayedSum, RateEstimate } from '../table/index.js';

import { noisyProportion } from './proportion.js';
import type { NoisyProportion, ProportionEstimate } from './proportion.js';
import { printed } from './rounding.js';
import { countShown } from './sum-shown.js';

/** The displayed counts of a rate, and those reported beside it. `notEngaged` is null where the notion is none. */
export interface RateSums {
  readonly numerator: DisplayedSum;
  readonly denominator: DisplayedSum;
  readonly unknown: DisplayedSum;
  readonly notCollected: DisplayedSum;
  readonly notEngaged: DisplayedSum | null;
}

/**
 * A rate with its 95 % interval, both from displayed counts alone.
 *
 * Shown only when both the encounters with the outcome and those without it reach the threshold: `all of them did` tells
 * as much as a small count. The counts that are displayed cells anyway stay visible beside a suppressed rate.
 *
 * Source: disclosure policy, invariants I5 and I9, section 2.8.
 */
export function estimateRate({ threshold, ...sums }: RateSums & { threshold: number }): RateEstimate {
  const estimate = rateOf(sums, threshold);
  const counts = {
    numerator: estimate === null ? null : countShown(sums.numerator),
    denominator: countShown(sums.denominator),
    unknown: countShown(sums.unknown),
    notCollected: countShown(sums.notCollected),
    notEngaged: countShown(sums.notEngaged),
  };
  if (estimate === null) return { value: null, lower: null, upper: null, ...counts, status: withoutRate(sums) };

  return {
    value: printed(estimate.proportion),
    lower: printed(estimate.interval.lower),
    upper: printed(estimate.interval.upper),
    ...counts,
    status: 'SHOWN',
  };
}

/** The unrounded estimate, or null when a count is suppressed or the two-sided rule withholds it. */
export function rateOf({ numerator, denominator }: RateSums, threshold: number): ProportionEstimate | null {
  const counts = countsShown({ numerator, denominator, threshold });
  return counts === null ? null : noisyProportion(counts);
}

/** The counts a rate may be computed from, or null when the two-sided rule withholds it. */
export function countsShown({
  numerator,
  denominator,
  threshold,
}: Pick<RateSums, 'numerator' | 'denominator'> & { threshold: number }): NoisyProportion | null {
  if (numerator.status !== 'SHOWN' || denominator.status !== 'SHOWN') return null;

  const [events, trials] = [numerator.count, denominator.count];
  if (events < threshold || trials - events < threshold) return null;
  return { events, trials, eventsVariance: numerator.variance, trialsVariance: denominator.variance };
}

/** An exact denominator of nothing has no rate; every other missing rate is suppressed. */
function withoutRate({ denominator }: RateSums): 'NOT_APPLICABLE' | 'SUPPRESSED' {
  const isExactlyNothing = denominator.status === 'SHOWN' && denominator.variance === 0 && denominator.count === 0;
  return isExactlyNothing ? 'NOT_APPLICABLE' : 'SUPPRESSED';
}
