import { criticalValue } from './interval.js';
import type { Interval } from './interval.js';
import type { NoisyProportion } from './proportion.js';

/**
 * Ratio of two proportions with its log-normal 95 % interval.
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
): { readonly ratio: number; readonly interval: Interval } | null {
  if (arm.events <= 0 || baseline.events <= 0) return null;

  const ratio = proportionOf(arm) / proportionOf(baseline);
  const spread = criticalValue() * Math.sqrt(logVariance(arm) + logVariance(baseline));
  return { ratio, interval: { lower: ratio * Math.exp(-spread), upper: ratio * Math.exp(spread) } };
}

function proportionOf({ events, trials }: NoisyProportion): number {
  return Math.min(events, trials) / trials;
}

function logVariance({ events, trials, eventsVariance, trialsVariance }: NoisyProportion): number {
  const sampling = 1 / Math.min(events, trials) - 1 / trials;
  return sampling + eventsVariance / events ** 2 + trialsVariance / trials ** 2;
}
