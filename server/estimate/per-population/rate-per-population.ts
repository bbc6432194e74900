import type { Interval } from '../interval.js';

import { garwood } from './garwood.js';

/** A displayed count with the variance protection added to it, and the exact public number it is counted among. */
export interface PopulationCount {
  readonly count: number;
  readonly variance: number;
  /** Persons, or person-time. */
  readonly population: number;
}

/**
 * A rate per head of a public population, with the scaled Garwood interval of its count.
 *
 * Source: disclosure policy, section 2.8.
 *
 * @returns null without a population, or where the count has no interval.
 */
export function ratePerPopulation({
  count,
  variance,
  population,
}: PopulationCount): { readonly rate: number; readonly interval: Interval } | null {
  const interval = garwood({ value: count, variance });
  if (!(population > 0) || interval === null) return null;

  return {
    rate: count / population,
    interval: { lower: interval.lower / population, upper: interval.upper / population },
  };
}
