import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import binomialPmf from '@stdlib/stats-base-dists-binomial-pmf';
import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import poissonCdf from '@stdlib/stats-base-dists-poisson-cdf';
import poissonPmf from '@stdlib/stats-base-dists-poisson-pmf';
import poissonQuantile from '@stdlib/stats-base-dists-poisson-quantile';

import type { Interval } from '../interval.js';

/** Confidence of the two pairs of limits of a funnel plot: about 2 and about 3 standard deviations. */
export const FUNNEL_LEVELS = { inner: 0.95, outer: 0.998 } as const;

interface Distribution {
  readonly quantile: (probability: number) => number;
  readonly cdf: (count: number) => number;
  readonly pmf: (count: number) => number;
}

/**
 * Exact limits of a funnel plot for a proportion: where the rate of so many trials lies when only chance moves it.
 *
 * Exact and interpolated, because the normal limits are wrong for the small agencies a funnel is drawn for. `trials` is
 * the effective number of trials, so that the limits carry the noise; the binomial takes its whole part, which errs
 * towards wide. Not clipped: an interpolated limit may lie a little below 0.
 *
 * Source: Spiegelhalter (2005), Stat. Med. 24, 1185-1202, appendix A.1; disclosure policy, section 2.8.
 *
 * @returns null below one trial, and for a target that leaves nothing to chance.
 * @example funnelLimits({ trials: 150, target: 0.24, level: 0.95 }) // { lower: 0.1698, upper: 0.3065 }
 */
export function funnelLimits({
  trials,
  target,
  level,
}: {
  trials: number;
  target: number;
  level: number;
}): Interval | null {
  const whole = Math.floor(trials);
  if (!(whole >= 1) || !(target > 0 && target < 1)) return null;

  return limitsOf(level, whole, {
    quantile: (probability) => binomialQuantile(probability, whole, target),
    cdf: (count) => binomialCdf(count, whole, target),
    pmf: (count) => binomialPmf(count, whole, target),
  });
}

/**
 * The same limits for a ratio of observed to expected events, drawn at E_eff = E^2 / (E + V) instead of E.
 *
 * @returns null without expected events.
 */
export function ratioFunnelLimits({
  expected,
  variance,
  level,
}: {
  expected: number;
  /** Variance of the noise in the observed count; 0 for an exact one. */
  variance: number;
  level: number;
}): Interval | null {
  if (!(expected > 0)) return null;

  const effective = expected ** 2 / (expected + variance);
  return limitsOf(level, effective, {
    quantile: (probability) => poissonQuantile(probability, effective),
    cdf: (count) => poissonCdf(count, effective),
    pmf: (count) => poissonPmf(count, effective),
  });
}

function limitsOf(level: number, size: number, distribution: Distribution): Interval {
  const tail = (1 - level) / 2;
  return { lower: limitAt(tail, distribution) / size, upper: limitAt(1 - tail, distribution) / size };
}

/** r = inf{k : P(X <= k) >= p}, less the share of its own probability that lies beyond p. */
function limitAt(probability: number, { quantile, cdf, pmf }: Distribution): number {
  const count = quantile(probability);
  return count - (cdf(count) - probability) / pmf(count);
}
