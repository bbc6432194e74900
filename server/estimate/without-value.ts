import type {
  CountEstimate,
  DistributionEstimate,
  PersonsEstimate,
  Quantile,
  QuantilesEstimate,
  RateComparison,
  RateEstimate,
  ValueStatus,
} from '../table/index.js';

import { notTold } from './distinguishable.js';
import { withoutInterval } from './interval-estimate.js';

/** Every kind of estimate with no value, for a reason metadata alone gives. */
export function withoutValue(status: ValueStatus): {
  readonly count: CountEstimate;
  readonly persons: PersonsEstimate;
  readonly rate: RateEstimate;
  readonly quantiles: QuantilesEstimate;
  readonly distribution: DistributionEstimate;
  readonly comparison: RateComparison;
} {
  const interval = withoutInterval(status);
  const quantile: Quantile = { ...interval, atLeast: null };
  const beside = { unknown: null, notCollected: null, status };
  const rate: RateEstimate = { ...interval, ...beside, numerator: null, denominator: null, notEngaged: null };

  return {
    count: { value: null, atLeast: null, suppressedComponents: null, noiseSd: null, status },
    persons: { value: null, noiseSd: null, status },
    rate,
    quantiles: { median: quantile, p90: quantile, count: null, ...beside },
    distribution: { parts: [], ...beside },
    comparison: {
      rate,
      baseline: rate,
      difference: interval,
      ratio: interval,
      oddsRatio: interval,
      distinguishable: notTold(status),
      power: { decrease: null, increase: null, encountersNeeded: null, status },
      adjusted: null,
    },
  };
}
