import type { Interval } from '../interval.js';
import { normalInterval } from '../normal-test.js';

import type { PopulationCount } from './rate-per-population.js';

/**
 * Difference of two rates per population with its normal 95 % interval.
 *
 * Variance (x1 + V1) / t1^2 + (x0 + V0) / t0^2: the populations are public and exact.
 *
 * Source: Rothman, Greenland & Lash (2008), Modern Epidemiology, 3rd ed., chapter 14; disclosure policy, section 2.8.
 *
 * @returns null without a population, or when neither count varies: an interval of no width would be a lie.
 */
export function rateDifference(
  arm: PopulationCount,
  baseline: PopulationCount,
): { readonly difference: number; readonly interval: Interval } | null {
  if ([arm, baseline].some(({ count, population }) => count < 0 || population <= 0)) return null;

  const theta = arm.count / arm.population - baseline.count / baseline.population;
  const variance = varianceOf(arm) + varianceOf(baseline);
  return variance > 0 ? { difference: theta, interval: normalInterval({ theta, variance }) } : null;
}

function varianceOf({ count, variance, population }: PopulationCount): number {
  return (count + variance) / population ** 2;
}
