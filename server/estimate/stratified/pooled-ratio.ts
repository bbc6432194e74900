import { logNormalInterval, twoSidedP } from '../normal-test.js';

import type { PooledEstimate } from './strata.js';

/** A pooled ratio from its logarithm; null where the logarithm or a variance of it is undefined, or nothing varies. */
export function pooledRatio({
  theta,
  samplingVariance,
  perturbationVariance,
}: {
  theta: number | null;
  samplingVariance: number;
  perturbationVariance: number | null;
}): PooledEstimate | null {
  if (theta === null || perturbationVariance === null || !(samplingVariance > 0)) return null;

  const normal = { theta, variance: samplingVariance + perturbationVariance };
  return {
    estimate: Math.exp(theta),
    interval: logNormalInterval(normal),
    samplingVariance,
    perturbationVariance,
    pValue: twoSidedP(normal),
  };
}
