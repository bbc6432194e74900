import type { CountEstimate, DisplayedSum } from '../table/index.js';

import { printed } from './rounding.js';

/** A displayed count with the standard deviation of the noise in it, in encounters. */
export function estimateCount(sum: DisplayedSum): CountEstimate {
  return sum.status === 'SHOWN'
    ? {
        value: sum.count,
        atLeast: null,
        suppressedComponents: null,
        noiseSd: printed(Math.sqrt(sum.variance)),
        status: 'SHOWN',
      }
    : {
        value: null,
        atLeast: sum.atLeast,
        suppressedComponents: sum.suppressedComponents,
        noiseSd: null,
        status: 'SUPPRESSED',
      };
}
