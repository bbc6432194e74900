import type { IntervalEstimate, ValueStatus } from '../table/index.js';

import type { Interval } from './interval.js';
import { printedOrNull } from './rounding.js';

/** An estimate with its interval, printed. */
export function shownInterval(value: number, { lower, upper }: Interval): IntervalEstimate {
  return { value: printedOrNull(value), lower: printedOrNull(lower), upper: printedOrNull(upper), status: 'SHOWN' };
}

/** An estimate that is not there, and why. */
export function withoutInterval(status: ValueStatus): IntervalEstimate {
  return { value: null, lower: null, upper: null, status };
}
