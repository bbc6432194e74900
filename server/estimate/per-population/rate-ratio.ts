import type { Interval } from '../interval.js';
import { logNormalInterval } from '../normal-test.js';

import type { PopulationCount } from './rate-per-population.js';

/**
 * Ratio of two rates per population (incidence rate ratio) with its log-normal 95 % interval.
 *
 * Var ln IRR = 1/x1 + 1/x0 + V1/x1^2 + V0/x0^2: the populations are public and exact.
 *
 * Source: Rothman, Greenland & Lash (2008), Modern Epidemiology, 3rd ed., chapter 14; disclosure policy, section 2.8.
 *
 * @returns null without a population, or when either count is zero: the logarithm of nothing is not a number.
 */
export function rateRatio(
  arm: PopulationCount,
  baseline: PopulationCount,
): { readonly ratio: number; readonly interval: Interval } | null {
  if ([arm, baseline].some(({ count, population }) => count <= 0 || population <= 0)) return null;

  const theta = Math.log(arm.count / arm.population / (baseline.count / baseline.population));
  const variance = logVariance(arm) + logVariance(baseline);
  return { ratio: Math.exp(theta), interval: logNormalInterval({ theta, variance }) };
}

function logVariance({ count, variance }: PopulationCount): number {
  return 1 / count + variance / count ** 2;
}
