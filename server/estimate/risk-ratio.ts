import type { Interval } from './interval.js';
import { logNormalInterval, twoSidedP } from './normal-test.js';
import type { NoisyProportion } from './proportion.js';

/**
 * Ratio of two proportions with its log-normal 95 % interval, and the probability of one so far from 1 by chance and noise.
 *
 * Var ln RR = 1/a - 1/n1 + 1/b - 1/n0, plus what protection added: Va/a^2 + Vn1/n1^2 + Vb/b^2 + Vn0/n0^2.
 *
 * Source: Katz et al. (1978), Biometrics 34, 469-474; disclosure policy, section 2.8.
 *
 * @returns null when either arm has no events: the logarithm of nothing is not a number.
 */
export function riskRatio(
  arm: NoisyProportion,
  baseline: NoisyProportion,
): { readonly ratio: number; readonly interval: Interval; readonly pValue: number } | null {
  if (arm.events <= 0 || baseline.events <= 0) return null;

  const ratio = proportionOf(arm) / proportionOf(baseline);
  const normal = { theta: Math.log(ratio), variance: logVariance(arm) + logVariance(baseline) };
  return { ratio, interval: logNormalInterval(normal), pValue: twoSidedP(normal) };
}

function proportionOf({ events, trials }: NoisyProportion): number {
  return Math.min(events, trials) / trials;
}

function logVariance({ events, trials, eventsVariance, trialsVariance }: NoisyProportion): number {
  const sampling = 1 / Math.min(events, trials) - 1 / trials;
  return sampling + eventsVariance / events ** 2 + trialsVariance / trials ** 2;
}
