import type { IntervalEstimate, RateComparison } from '../table/index.js';

import type { Interval } from './interval.js';
import { newcombe } from './newcombe.js';
import { noisyProportion } from './proportion.js';
import { countsShown, estimateRate } from './rate.js';
import type { RateSums } from './rate.js';
import { riskRatio } from './risk-ratio.js';
import { printedOrNull } from './rounding.js';

const SUPPRESSED: IntervalEstimate = { value: null, lower: null, upper: null, status: 'SUPPRESSED' };

/**
 * One arm against the baseline: both rates, their difference and their ratio, all from displayed counts.
 *
 * Difference and ratio are shown only where both rates are.
 */
export function compareRates({
  arm,
  baseline,
  threshold,
}: {
  arm: RateSums;
  baseline: RateSums;
  threshold: number;
}): RateComparison {
  const rates = {
    rate: estimateRate({ ...arm, threshold }),
    baseline: estimateRate({ ...baseline, threshold }),
  };
  const [armCounts, baselineCounts] = [countsShown({ ...arm, threshold }), countsShown({ ...baseline, threshold })];
  if (armCounts === null || baselineCounts === null) return { ...rates, difference: SUPPRESSED, ratio: SUPPRESSED };

  const [armRate, baselineRate] = [noisyProportion(armCounts), noisyProportion(baselineCounts)];
  if (armRate === null || baselineRate === null) return { ...rates, difference: SUPPRESSED, ratio: SUPPRESSED };

  const ratio = riskRatio(armCounts, baselineCounts);
  return {
    ...rates,
    difference: shown(armRate.proportion - baselineRate.proportion, newcombe(armRate, baselineRate)),
    ratio: ratio === null ? { ...SUPPRESSED, status: 'NOT_APPLICABLE' } : shown(ratio.ratio, ratio.interval),
  };
}

function shown(value: number, { lower, upper }: Interval): IntervalEstimate {
  return { value: printedOrNull(value), lower: printedOrNull(lower), upper: printedOrNull(upper), status: 'SHOWN' };
}
