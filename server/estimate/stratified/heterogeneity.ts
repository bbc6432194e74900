import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';

import type { NormalEstimate } from '../normal-test.js';

/** How far the strata tell different stories. */
export interface Heterogeneity {
  /** Cochran's Q: sum of squared distances from the common estimate, in variances. */
  readonly q: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Share of the spread between strata beyond what chance and noise explain, 0 to 1. */
  readonly iSquared: number;
  /** The mean over strata by inverse variance, on the scale of theta. */
  readonly common: NormalEstimate;
  /** Variance between strata (DerSimonian and Laird), on the scale of theta. */
  readonly tauSquared: number;
  /** The mean over strata that takes that variance in, on the scale of theta. */
  readonly randomEffects: NormalEstimate;
}

/**
 * Whether strata share one effect: Cochran's Q, I-squared and DerSimonian and Laird's variance between strata.
 *
 * The variances are total: sampling plus protection noise. With sampling variances alone the noise would be taken for
 * heterogeneity. Preferred to Breslow and Day's test, whose size is wrong for noisy counts.
 *
 * Source: Cochran (1954), Biometrics 10, 101-129; Higgins & Thompson (2002), Stat. Med. 21, 1539-1558; DerSimonian &
 * Laird (1986), Control. Clin. Trials 7, 177-188; disclosure policy, section 2.8.
 *
 * @returns null with fewer than two strata: one cannot differ from itself.
 */
export function heterogeneity(strata: readonly NormalEstimate[]): Heterogeneity | null {
  const used = strata.filter(({ variance }) => variance > 0 && Number.isFinite(variance));
  if (used.length < 2) return null;

  const weights = used.map(({ variance }) => 1 / variance);
  const common = weightedMean(used, weights);
  const q = used.reduce((sum, { theta, variance }) => sum + (theta - common.theta) ** 2 / variance, 0);
  const degreesOfFreedom = used.length - 1;

  const sum = weights.reduce((left, right) => left + right, 0);
  const sumOfSquares = weights.reduce((left, right) => left + right ** 2, 0);
  const tauSquared = Math.max(0, (q - degreesOfFreedom) / (sum - sumOfSquares / sum));
  return {
    q,
    degreesOfFreedom,
    pValue: 1 - chiSquareCdf(q, degreesOfFreedom),
    iSquared: q === 0 ? 0 : Math.max(0, (q - degreesOfFreedom) / q),
    common,
    tauSquared,
    randomEffects: weightedMean(
      used,
      used.map(({ variance }) => 1 / (variance + tauSquared)),
    ),
  };
}

function weightedMean(strata: readonly NormalEstimate[], weights: readonly number[]): NormalEstimate {
  const sum = weights.reduce((left, right) => left + right, 0);
  const theta = strata.reduce((mean, stratum, index) => mean + stratum.theta * (weights[index] ?? 0), 0) / sum;
  return { theta, variance: 1 / sum };
}
