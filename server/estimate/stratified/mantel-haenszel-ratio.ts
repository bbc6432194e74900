import { pooledRatio } from './pooled-ratio.js';
import { countsOf, perturbationOf, total } from './strata.js';
import type { Counts, PooledEstimate, Stratum } from './strata.js';

/**
 * Ratio of two proportions within strata: the Mantel-Haenszel risk ratio.
 *
 * Preferred to a mean of the strata's own ratios because it needs no stratum to have events in both arms.
 *
 * Source: Greenland & Robins (1985), Biometrics 41, 55-68, for estimate and variance; disclosure policy, section 2.8.
 *
 * @returns null when no stratum has both arms, or either arm has no events in all of them together.
 */
export function mantelHaenszelRatio(strata: readonly Stratum[]): PooledEstimate | null {
  const counts = countsOf(strata);
  return pooledRatio({
    theta: logRatio(counts),
    samplingVariance: greenlandRobins(counts),
    perturbationVariance: perturbationOf(strata, logRatio),
  });
}

function sides(counts: readonly Counts[]): readonly [number, number] {
  return [total(counts, ({ a, n0, n }) => (a * n0) / n), total(counts, ({ c, n1, n }) => (c * n1) / n)];
}

function logRatio(counts: readonly Counts[]): number | null {
  const [arm, baseline] = sides(counts);
  return arm > 0 && baseline > 0 ? Math.log(arm / baseline) : null;
}

function greenlandRobins(counts: readonly Counts[]): number {
  const [arm, baseline] = sides(counts);
  return total(counts, ({ a, n1, c, n0, n }) => ((a + c) * n1 * n0) / n ** 2 - (a * c) / n) / (arm * baseline);
}
