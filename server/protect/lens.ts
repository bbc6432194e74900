import type { Lens } from '../table/index.js';

/**
 * What a lens shows of a noisy count: nothing below its threshold, else the count rounded to its base.
 *
 * A function of the noisy count alone, so audiences that collude learn no more than the most privileged of them.
 * Rounding never goes below the threshold, so that the smallest class shown is whole (public: 13 to 17 reads 15).
 *
 * Source: disclosure policy, section 2.7.
 *
 * @returns null when the count is suppressed.
 */
export function seenThrough(
  { threshold, roundingBase }: Pick<Lens, 'threshold' | 'roundingBase'>,
  noisy: number,
): number | null {
  if (noisy < threshold) return null;
  return roundingBase > 1 ? Math.max(threshold, roundingBase * Math.floor(noisy / roundingBase + 0.5)) : noisy;
}

/** Variance that rounding to a base adds: that of a uniform error over the base. */
export function roundingVariance({ roundingBase }: Pick<Lens, 'roundingBase'>): number {
  return (roundingBase ** 2 - 1) / 12;
}
