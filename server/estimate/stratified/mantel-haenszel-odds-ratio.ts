import { pooledRatio } from './pooled-ratio.js';
import { countsOf, perturbationOf, total } from './strata.js';
import type { Counts, PooledEstimate, Stratum } from './strata.js';

/**
 * Ratio of the odds of two proportions within strata: the Mantel-Haenszel odds ratio.
 *
 * The variance of Robins, Breslow and Greenland is right for few large strata and for many sparse ones.
 *
 * Source: Robins, Breslow & Greenland (1986), Biometrics 42, 311-323; disclosure policy, section 2.8.
 *
 * @returns null when no stratum has both arms, or one side of the odds is nothing in all of them together.
 */
export function mantelHaenszelOddsRatio(strata: readonly Stratum[]): PooledEstimate | null {
  const counts = countsOf(strata);
  return pooledRatio({
    theta: logOddsRatio(counts),
    samplingVariance: robinsBreslowGreenland(counts),
    perturbationVariance: perturbationOf(strata, logOddsRatio),
  });
}

/** The two products of a stratum's table and the shares they belong to: R, S, P and Q of the source. */
function partsOf({ a, n1, c, n0, n }: Counts): { r: number; s: number; p: number; q: number } {
  const [b, d] = [n1 - a, n0 - c];
  return { r: (a * d) / n, s: (b * c) / n, p: (a + d) / n, q: (b + c) / n };
}

function logOddsRatio(counts: readonly Counts[]): number | null {
  const [r, s] = [total(counts, (stratum) => partsOf(stratum).r), total(counts, (stratum) => partsOf(stratum).s)];
  return r > 0 && s > 0 ? Math.log(r / s) : null;
}

function robinsBreslowGreenland(counts: readonly Counts[]): number {
  const sum = (term: (parts: ReturnType<typeof partsOf>) => number): number =>
    total(counts, (stratum) => term(partsOf(stratum)));
  const [r, s] = [sum((parts) => parts.r), sum((parts) => parts.s)];

  return (
    sum((parts) => parts.p * parts.r) / (2 * r ** 2) +
    sum((parts) => parts.p * parts.s + parts.q * parts.r) / (2 * r * s) +
    sum((parts) => parts.q * parts.s) / (2 * s ** 2)
  );
}
