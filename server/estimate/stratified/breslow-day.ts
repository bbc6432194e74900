import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';

import { mantelHaenszelOddsRatio } from './mantel-haenszel-odds-ratio.js';
import { countsOf } from './strata.js';
import type { Counts, Stratum } from './strata.js';

/** Breslow and Day's test, with and without Tarone's correction. */
export interface BreslowDay {
  readonly breslowDay: number;
  readonly tarone: number;
  readonly degreesOfFreedom: number;
  /** Of Tarone's statistic. */
  readonly pValue: number;
}

/**
 * Whether strata share one odds ratio, for exact counts only: Breslow and Day's test with Tarone's correction.
 *
 * Each stratum's events are compared with those expected were the Mantel-Haenszel odds ratio its own. Strata where all or
 * none had the outcome say nothing and are left out. For an agency's own exact counts; with protection noise its size is
 * wrong, and `heterogeneity` is used.
 *
 * Source: Breslow & Day (1980), Statistical Methods in Cancer Research I, 142; Tarone (1985), Biometrika 72, 91-95;
 * disclosure policy, section 2.8.
 *
 * @returns null for noisy counts, without a common odds ratio, or with fewer than two strata that say anything.
 */
export function breslowDay(strata: readonly Stratum[]): BreslowDay | null {
  const isNoisy = strata
    .flatMap(({ arm, baseline }) => [arm, baseline])
    .some(({ eventsVariance, trialsVariance }) => eventsVariance > 0 || trialsVariance > 0);
  const common = mantelHaenszelOddsRatio(strata);
  const used = countsOf(strata).filter(({ a, c, n }) => a + c > 0 && a + c < n);
  if (isNoisy || common === null || used.length < 2) return null;

  const fitted = used.map((stratum) => ({ ...stratum, ...expectedEvents(stratum, common.estimate) }));
  const statistic = fitted.reduce((sum, { a, expected, variance }) => sum + (a - expected) ** 2 / variance, 0);
  const excess = fitted.reduce((sum, { a, expected }) => sum + a - expected, 0);
  const spread = fitted.reduce((sum, { variance }) => sum + variance, 0);
  const tarone = statistic - excess ** 2 / spread;
  const degreesOfFreedom = used.length - 1;
  return { breslowDay: statistic, tarone, degreesOfFreedom, pValue: 1 - chiSquareCdf(tarone, degreesOfFreedom) };
}

/** The arm's events that give the stratum this odds ratio with its margins kept: the root within them. */
function expectedEvents({ a, n1, c, n0 }: Counts, oddsRatio: number): { expected: number; variance: number } {
  const events = a + c;
  const expected = oddsRatio === 1 ? (events * n1) / (n1 + n0) : rootWithinMargins({ events, n1, n0, oddsRatio });
  const parts = [expected, events - expected, n1 - expected, n0 - events + expected];
  return { expected, variance: 1 / parts.reduce((sum, part) => sum + 1 / part, 0) };
}

function rootWithinMargins({
  events,
  n1,
  n0,
  oddsRatio,
}: {
  events: number;
  n1: number;
  n0: number;
  oddsRatio: number;
}): number {
  const square = 1 - oddsRatio;
  const linear = n0 - events + oddsRatio * (n1 + events);
  const constant = -oddsRatio * events * n1;
  const root = Math.sqrt(linear ** 2 - 4 * square * constant);
  // Citardauq form: the other loses its digits where the odds ratio is near 1.
  return (-2 * constant) / (linear + root);
}
