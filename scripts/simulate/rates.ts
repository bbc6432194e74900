import { compareRates, estimateRate } from '../../server/estimate/index.js';
import type { IntervalEstimate, Lens } from '../../server/table/index.js';

import { displayed } from './displayed.js';
import type { Draws } from './draws.js';
import type { Shown, Simulated } from './method.js';
import { nameOf, worlds } from './worlds.js';
import type { World } from './worlds.js';

/** A proportion in the arm, and its difference and ratio to the baseline. */
export const rates: readonly Simulated[] = worlds.flatMap((world) => [
  ...(world.ratio === 1 ? [proportionIn(world)] : []),
  {
    method: 'difference of rates (Newcombe)',
    world: nameOf(world),
    truth: world.rate * (world.ratio - 1),
    nothing: world.ratio === 1 ? 0 : null,
    look: (draws, lens) => shownOf(comparisonIn(world, { draws, lens }).difference),
  },
  {
    method: 'ratio of rates (log-normal)',
    world: nameOf(world),
    truth: world.ratio,
    nothing: world.ratio === 1 ? 1 : null,
    look: (draws, lens) => shownOf(comparisonIn(world, { draws, lens }).ratio),
  },
]);

function proportionIn({ trials, rate, ratio }: World): Simulated {
  return {
    method: 'rate (Wilson)',
    world: nameOf({ trials, rate, ratio }),
    truth: rate,
    nothing: null,
    look: (draws, lens) => {
      const see = displayed({ events: draws.binomial(trials, rate), trials, none: 0 }, { draws, lens });
      return shownOf(
        estimateRate({ ...sumsOf(see, { events: 'events', trials: 'trials' }), threshold: lens.threshold }),
      );
    },
  };
}

function comparisonIn({ trials, rate, ratio }: World, { draws, lens }: { draws: Draws; lens: Lens }) {
  const [arm, baseline] = [draws.binomial(trials, rate * ratio), draws.binomial(trials, rate)];
  const see = displayed({ arm, armTrials: trials, baseline, baselineTrials: trials, none: 0 }, { draws, lens });
  return compareRates({
    arm: sumsOf(see, { events: 'arm', trials: 'armTrials' }),
    baseline: sumsOf(see, { events: 'baseline', trials: 'baselineTrials' }),
    threshold: lens.threshold,
  });
}

function sumsOf(see: ReturnType<typeof displayed>, { events, trials }: { events: string; trials: string }) {
  const none = see('none');
  return { numerator: see(events), denominator: see(trials), unknown: none, notCollected: none, notEngaged: none };
}

/** An estimate with both ends of its interval, or null. */
export function shownOf({ value, lower, upper }: Pick<IntervalEstimate, 'value' | 'lower' | 'upper'>): Shown | null {
  return value === null || lower === null || upper === null ? null : { value, lower, upper };
}
