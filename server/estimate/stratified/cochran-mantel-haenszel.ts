import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';

import { countsOf, total } from './strata.js';
import type { Stratum } from './strata.js';

/** The test without and with the continuity correction, each with its probability. */
export interface CochranMantelHaenszel {
  readonly statistic: number;
  readonly pValue: number;
  readonly corrected: number;
  readonly correctedPValue: number;
}

/**
 * Whether two arms differ within strata at all, for exact counts: the Cochran-Mantel-Haenszel test.
 *
 * For an agency's own exact counts, and to compare with published analyses. The test of a protected comparison is that of
 * its pooled estimate, which takes the noise in.
 *
 * Source: Mantel & Haenszel (1959), J. Natl. Cancer Inst. 22, 719-748; Mantel (1963), J. Am. Stat. Assoc. 58, 690-700.
 *
 * @returns null when nothing varies within any stratum.
 */
export function cochranMantelHaenszel(strata: readonly Stratum[]): CochranMantelHaenszel | null {
  const counts = countsOf(strata).filter(({ n }) => n > 1);
  const variance = total(counts, ({ a, n1, c, n0, n }) => (n1 * n0 * (a + c) * (n - a - c)) / (n ** 2 * (n - 1)));
  if (!(variance > 0)) return null;

  const distance = Math.abs(total(counts, ({ a, n1, c, n }) => a - (n1 * (a + c)) / n));
  const statistic = distance ** 2 / variance;
  const corrected = Math.max(0, distance - 0.5) ** 2 / variance;
  return {
    statistic,
    pValue: 1 - chiSquareCdf(statistic, 1),
    corrected,
    correctedPValue: 1 - chiSquareCdf(corrected, 1),
  };
}
