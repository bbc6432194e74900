import type { CountEstimate, DisplayedSum, PersonsEstimate, ProtectedCell } from '../table/index.js';

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

/** Displayed persons with the standard deviation of the noise in them. */
export function estimatePersons(cell: ProtectedCell): PersonsEstimate {
  return cell.status === 'SHOWN'
    ? { value: cell.count, noiseSd: printed(Math.sqrt(cell.variance)), status: 'SHOWN' }
    : { value: null, noiseSd: null, status: 'SUPPRESSED' };
}
