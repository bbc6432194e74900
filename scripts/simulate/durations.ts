import { estimateQuantiles } from '../../server/estimate/index.js';

import { displayed } from './displayed.js';
import type { Simulated } from './method.js';
import { shownOf } from './rates.js';

/** Shares of the bins 0-15, 15-30, 30-60, 60-90, 90-120, 120-180, 180-240, 240-480 and over 480 minutes. */
const SHARES = [0.1, 0.15, 0.3, 0.2, 0.1, 0.08, 0.04, 0.02, 0.01];
/** Half of all lie below: 0.25 below 30 minutes, and 0.25 of the 0.3 between 30 and 60. */
const MEDIAN = 30 + (0.25 / 0.3) * 30;

/** The median of a duration, from displayed bins. */
export const durations: readonly Simulated[] = [100, 500, 2_000, 10_000].map((encounters) => ({
  method: 'median of a duration',
  world: `${encounters} encounters`,
  truth: MEDIAN,
  nothing: null,
  look: (draws, lens) => {
    const counts = draws.multinomial(encounters, SHARES);
    const bins = Object.fromEntries(counts.map((count, index) => [`bin ${index}`, count]));
    const see = displayed({ ...bins, all: encounters, none: 0 }, { draws, lens });
    const { median } = estimateQuantiles({
      bins: counts.map((_, index) => see(`bin ${index}`)),
      denominator: see('all'),
      unknown: see('none'),
      notCollected: see('none'),
      threshold: lens.threshold,
    });
    return shownOf(median);
  },
}));
