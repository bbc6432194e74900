import { criticalValue, LEVEL } from './interval.js';
import type { Interval } from './interval.js';

/**
 * Wilson score interval for a proportion.
 *
 * Preferred to the Wald interval because it keeps its coverage for few trials and for proportions near 0 or 1, which
 * is where our tables live. `trials` may be an effective number of trials, so it need not be whole.
 *
 * Source: Wilson (1927), J. Am. Stat. Assoc. 22, 209-212; Newcombe (1998), Stat. Med. 17, 857-872.
 *
 * @returns null when there were no trials: a rate of nothing is not a number.
 * @example wilson({ proportion: 81 / 263, trials: 263 }) // { lower: 0.2553, upper: 0.3662 }
 */
export function wilson({
  proportion,
  trials,
  level = LEVEL,
}: {
  proportion: number;
  trials: number;
  level?: number;
}): Interval | null {
  if (!(trials > 0)) return null;

  const z = criticalValue(level);
  const centre = proportion + z ** 2 / (2 * trials);
  const spread = z * Math.sqrt((proportion * (1 - proportion)) / trials + z ** 2 / (4 * trials ** 2));
  const scale = 1 + z ** 2 / trials;

  // At 0 and 1 the formula meets the bound exactly; floating point does not.
  return {
    lower: proportion === 0 ? 0 : (centre - spread) / scale,
    upper: proportion === 1 ? 1 : (centre + spread) / scale,
  };
}
