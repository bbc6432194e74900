import type { CountedRate, DisplayedCounts, RateNoise, SummedRate } from '../../table/index.js';

import { effectiveTrials, noisyProportion } from '../proportion.js';
import { printed } from '../rounding.js';

/** The noise of displayed counts, as it is printed beside a rate; null without counts. */
export function noiseOf(counts: DisplayedCounts | null): RateNoise | null {
  return counts === null
    ? null
    : {
        numeratorVariance: printed(counts.eventsVariance),
        denominatorVariance: printed(counts.trialsVariance),
        effectiveTrials: printed(effectiveTrials(counts)),
      };
}

/** Displayed counts added up; null when any of them is not shown, or there is none. */
export function addedUp(parts: readonly (DisplayedCounts | null)[]): DisplayedCounts | null {
  const shown = parts.filter((part) => part !== null);
  if (shown.length === 0 || shown.length < parts.length) return null;

  return shown.reduce((sum, part) => ({
    events: sum.events + part.events,
    trials: sum.trials + part.trials,
    eventsVariance: sum.eventsVariance + part.eventsVariance,
    trialsVariance: sum.trialsVariance + part.trialsVariance,
  }));
}

/** A rate of displayed counts added up, with its interval at the effective number of trials. */
export function summedRate(counts: DisplayedCounts | null): SummedRate {
  const estimate = counts === null ? null : noisyProportion(counts);
  if (counts === null || estimate === null) return NOT_SHOWN;

  return {
    value: printed(estimate.proportion),
    lower: printed(estimate.interval.lower),
    upper: printed(estimate.interval.upper),
    numerator: counts.events,
    denominator: counts.trials,
    noise: noiseOf(counts),
    status: 'SHOWN',
  };
}

const NOT_SHOWN: SummedRate = {
  value: null,
  lower: null,
  upper: null,
  numerator: null,
  denominator: null,
  noise: null,
  status: 'SUPPRESSED',
};

/** How many of the rates are shown. */
export function shownCount(rates: readonly Pick<CountedRate, 'counts'>[]): number {
  return rates.filter(({ counts }) => counts !== null).length;
}
