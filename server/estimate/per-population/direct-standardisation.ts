import { LEVEL } from '../interval.js';
import type { Interval } from '../interval.js';

import { gammaQuantile } from './gamma-quantile.js';
import type { PopulationCount } from './rate-per-population.js';

/** One category of the standard: the count there, and how much of the standard population is in it. */
export interface StandardStratum extends PopulationCount {
  /** Persons of the standard, or a share; only proportions matter. */
  readonly weight: number;
}

/**
 * A rate per population directly standardised, with the gamma interval of Fay and Feuer.
 *
 * The rate the region would have were its population spread like the standard's: sum of w x / pop, w adding up to 1. The
 * gamma interval keeps its coverage where few events carry much weight, which a normal one does not. v = sum of
 * w^2 (x + V) / pop^2 takes in the protection noise.
 *
 * Source: Fay & Feuer (1997), Stat. Med. 16, 791-801; disclosure policy, section 2.8.
 *
 * @returns null without strata, with a population or standard of nothing, or for noisy counts that are all zero.
 */
export function directlyStandardised(
  strata: readonly StandardStratum[],
): { readonly rate: number; readonly variance: number; readonly interval: Interval } | null {
  const standard = strata.reduce((sum, { weight }) => sum + weight, 0);
  if (!(standard > 0) || strata.some(({ population }) => population <= 0)) return null;

  const scaled = strata.map(({ count, variance, population, weight }) => ({
    count,
    variance,
    share: weight / standard / population,
  }));
  const rate = scaled.reduce((sum, { share, count }) => sum + share * count, 0);
  const variance = scaled.reduce((sum, stratum) => sum + stratum.share ** 2 * (stratum.count + stratum.variance), 0);
  if (rate < 0 || (rate === 0 && variance > 0)) return null;

  const largest = Math.max(...scaled.map(({ share }) => share));
  return { rate, variance, interval: gammaInterval({ rate, variance, largest }) };
}

/** `largest` is the biggest weight of one event: the upper end allows for one event more there. */
function gammaInterval({ rate, variance, largest }: { rate: number; variance: number; largest: number }): Interval {
  const tail = (1 - LEVEL) / 2;
  const [above, aboveVariance] = [rate + largest, variance + largest ** 2];
  return {
    lower: rate === 0 ? 0 : gammaQuantile({ probability: tail, shape: rate ** 2 / variance, rate: rate / variance }),
    upper: gammaQuantile({
      probability: 1 - tail,
      shape: above ** 2 / aboveVariance,
      rate: above / aboveVariance,
    }),
  };
}
