import type { NoisyInput } from '../delta-variance.js';
import { LEVEL } from '../interval.js';
import type { Interval } from '../interval.js';

import { gammaQuantile } from './gamma-quantile.js';

/**
 * Garwood's exact interval for the mean of a Poisson count, scaled for protection noise.
 *
 * A displayed count x with noise variance V is worth c x exact encounters, c = x / (x + V): the interval of c x is found and
 * divided by c. Preferred to the normal interval because it keeps its coverage for small counts. Without noise it is
 * Garwood's own.
 *
 * Source: Garwood (1936), Biometrika 28, 437-442; disclosure policy, section 2.8.
 *
 * @returns null for a count of nothing that carries noise: it is worth no encounters.
 * @example garwood({ value: 20, variance: 5 }) // { lower: 11.4, upper: 32.5 }
 */
export function garwood({ value, variance }: NoisyInput): Interval | null {
  if (value < 0 || (value === 0 && variance > 0)) return null;

  const worth = variance === 0 ? 1 : value / (value + variance);
  const tail = (1 - LEVEL) / 2;
  const scaled = worth * value;
  return {
    lower: scaled === 0 ? 0 : gammaQuantile({ probability: tail, shape: scaled, rate: 1 }) / worth,
    upper: gammaQuantile({ probability: 1 - tail, shape: scaled + 1, rate: 1 }) / worth,
  };
}
