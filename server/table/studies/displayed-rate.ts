import type { RateEstimate } from '../estimates.js';
import type { ValueStatus } from '../status.js';

/** The displayed counts of a rate, each with the variance protection added to it: all that anything derived is made of. */
export interface DisplayedCounts {
  readonly events: number;
  readonly trials: number;
  readonly eventsVariance: number;
  readonly trialsVariance: number;
}

/** A rate with the displayed counts behind it; null where the rate is not shown. */
export interface CountedRate {
  readonly rate: RateEstimate;
  readonly counts: DisplayedCounts | null;
}

/** The noise in the displayed counts of a rate; null where the rate is not shown. */
export interface RateNoise {
  readonly numeratorVariance: number;
  readonly denominatorVariance: number;
  /** How many exact trials the counts are worth. */
  readonly effectiveTrials: number;
}

/** An estimate with its 95 % interval, or in words why there is none. */
export interface ReasonedEstimate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: ValueStatus;
  readonly reason: string | null;
}

/** A rate of displayed counts added up, as a reader could add them. */
export interface SummedRate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly noise: RateNoise | null;
  readonly status: ValueStatus;
}
