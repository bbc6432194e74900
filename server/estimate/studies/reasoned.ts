import type { ReasonedEstimate, ValueStatus } from '../../table/index.js';

import type { Interval } from '../interval.js';
import { printed } from '../rounding.js';

/** An estimate as it is printed. */
export function reasoned(value: number, { lower, upper }: Interval): ReasonedEstimate {
  return { value: printed(value), lower: printed(lower), upper: printed(upper), status: 'SHOWN', reason: null };
}

/** No estimate, and in words why. */
export function without(reason: string, status: Exclude<ValueStatus, 'SHOWN'> = 'SUPPRESSED'): ReasonedEstimate {
  return { value: null, lower: null, upper: null, status, reason };
}
