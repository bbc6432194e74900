import { criticalValue } from '../interval.js';
import type { Interval } from '../interval.js';
import type { NoisyProportion } from '../proportion.js';

/** The four displayed rates of a difference in differences. */
export interface FourRates {
  readonly treatedBefore: NoisyProportion;
  readonly treatedAfter: NoisyProportion;
  readonly comparisonBefore: NoisyProportion;
  readonly comparisonAfter: NoisyProportion;
}

/** IDENTITY: difference of proportions. LOG: logarithm of a ratio of risk ratios. LOGIT: of a ratio of odds ratios. */
export type EffectScale = 'IDENTITY' | 'LOG' | 'LOGIT';

export interface Effect {
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
}

interface Scale {
  readonly of: (events: number, trials: number) => number;
  readonly sampling: (events: number, trials: number) => number;
  /** Derivatives of the rate on the scale by its numerator and its denominator. */
  readonly byEvents: (events: number, trials: number) => number;
  readonly byTrials: (events: number, trials: number) => number;
}

const SCALES: Readonly<Record<EffectScale, Scale>> = {
  IDENTITY: {
    of: (events, trials) => events / trials,
    sampling: (events, trials) => (events * (trials - events)) / trials ** 3,
    byEvents: (_, trials) => 1 / trials,
    byTrials: (events, trials) => -events / trials ** 2,
  },
  LOG: {
    of: (events, trials) => Math.log(events / trials),
    sampling: (events, trials) => 1 / events - 1 / trials,
    byEvents: (events) => 1 / events,
    byTrials: (_, trials) => -1 / trials,
  },
  LOGIT: {
    of: (events, trials) => Math.log(events / (trials - events)),
    sampling: (events, trials) => 1 / events + 1 / (trials - events),
    byEvents: (events, trials) => 1 / events + 1 / (trials - events),
    byTrials: (events, trials) => -1 / (trials - events),
  },
};

/**
 * Difference in differences: how the change of the treated differs from the change of the comparison.
 *
 * (treated after - treated before) - (comparison after - comparison before), each rate on the scale asked for. The
 * variance is that of four independent binomials, plus V (d theta / dx)^2 for each of the eight displayed counts x, V
 * being the variance protection added to it.
 *
 * Source: Angrist and Pischke (2009), Mostly Harmless Econometrics, section 5.2; disclosure policy, section 2.8.
 *
 * @returns null without trials, where a scale has no value (no events, or nothing but events), and where nothing varies:
 * an interval of no width would claim certainty.
 */
export function differenceInDifferences(rates: FourRates, scale: EffectScale): Effect | null {
  const cells = [rates.treatedAfter, rates.treatedBefore, rates.comparisonAfter, rates.comparisonBefore];
  const values = cells.map((cell) => SCALES[scale].of(cell.events, cell.trials));
  const [treatedAfter = 0, treatedBefore = 0, comparisonAfter = 0, comparisonBefore = 0] = values;
  const value = treatedAfter - treatedBefore - (comparisonAfter - comparisonBefore);

  const variance = cells.reduce((sum, cell) => sum + varianceOf(cell, SCALES[scale]), 0);
  if (!Number.isFinite(value) || !Number.isFinite(variance) || !(variance > 0)) return null;

  const standardError = Math.sqrt(variance);
  const spread = criticalValue() * standardError;
  return { value, standardError, interval: { lower: value - spread, upper: value + spread } };
}

/** Every count is in one of the four rates only, so its derivative is that of its rate. */
function varianceOf({ events, trials, eventsVariance, trialsVariance }: NoisyProportion, scale: Scale): number {
  return (
    scale.sampling(events, trials) +
    eventsVariance * scale.byEvents(events, trials) ** 2 +
    trialsVariance * scale.byTrials(events, trials) ** 2
  );
}
