import { normalInterval, twoSidedP } from '../normal-test.js';

import { countsOf, perturbationOf, total } from './strata.js';
import type { Counts, PooledEstimate, Stratum } from './strata.js';

/**
 * Difference of two proportions within strata: the Mantel-Haenszel difference with Sato's variance.
 *
 * Sato's variance is right both for few large strata and for many sparse ones; Greenland and Robins' holds for the first
 * only.
 *
 * Source: Mantel & Haenszel (1959), J. Natl. Cancer Inst. 22, 719-748; Sato (1989), Biometrics 45, 1323-1324; disclosure
 * policy, section 2.8.
 *
 * @returns null when no stratum has both arms, or when nothing varies: an interval of no width would be a lie.
 */
export function mantelHaenszelDifference(strata: readonly Stratum[]): PooledEstimate | null {
  const counts = countsOf(strata);
  const estimate = differenceOf(counts);
  const perturbationVariance = perturbationOf(strata, differenceOf);
  if (estimate === null || perturbationVariance === null) return null;

  const samplingVariance = satoVariance(counts, estimate);
  const variance = samplingVariance + perturbationVariance;
  if (!(samplingVariance > 0)) return null;
  const normal = { theta: estimate, variance };
  return {
    estimate,
    interval: normalInterval(normal),
    samplingVariance,
    perturbationVariance,
    pValue: twoSidedP(normal),
  };
}

function differenceOf(counts: readonly Counts[]): number | null {
  const weights = total(counts, ({ n1, n0, n }) => (n1 * n0) / n);
  return weights > 0 ? total(counts, ({ a, n1, c, n0, n }) => (a * n0 - c * n1) / n) / weights : null;
}

function satoVariance(counts: readonly Counts[], difference: number): number {
  const weights = total(counts, ({ n1, n0, n }) => (n1 * n0) / n);
  const p = total(counts, ({ a, n1, c, n0, n }) => (n1 ** 2 * c - n0 ** 2 * a + (n1 * n0 * (n0 - n1)) / 2) / n ** 2);
  const q = total(counts, ({ a, n1, c, n0, n }) => (a * (n0 - c) + c * (n1 - a)) / (2 * n));
  return (difference * p + q) / weights ** 2;
}
