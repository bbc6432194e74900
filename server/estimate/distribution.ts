import type { DisplayedSum, DistributionEstimate } from '../table/index.js';

import { estimateRate } from './rate.js';
import type { RateSums } from './rate.js';
import { countShown } from './sum-shown.js';

/** The share of every part among the known, each a rate of its own with its own two-sided rule. */
export function estimateDistribution({
  parts,
  threshold,
  ...sums
}: Omit<RateSums, 'numerator'> & {
  parts: readonly { readonly code: string; readonly label: string; readonly sum: DisplayedSum }[];
  threshold: number;
}): DistributionEstimate {
  const shares = parts.map(({ code, label, sum }) => ({
    code,
    label,
    share: estimateRate({ ...sums, numerator: sum, threshold }),
  }));

  return {
    parts: shares,
    unknown: countShown(sums.unknown),
    notCollected: countShown(sums.notCollected),
    status: shares.some(({ share }) => share.status === 'SHOWN') ? 'SHOWN' : 'SUPPRESSED',
  };
}
