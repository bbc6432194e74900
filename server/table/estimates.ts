import type { ValueStatus } from './status.js';

/** A displayed count. `value` is null unless SHOWN; then `atLeast` is the sum of the parts that are shown. */
export interface CountEstimate {
  readonly value: number | null;
  readonly atLeast: number | null;
  readonly suppressedComponents: number | null;
  /** Standard deviation of the noise in `value`; 0 when unprotected. */
  readonly noiseSd: number | null;
  readonly status: ValueStatus;
}

/** A proportion with its 95 % interval, and the displayed counts it was computed from. */
export interface RateEstimate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unknown: number | null;
  readonly notCollected: number | null;
  readonly notEngaged: number | null;
  readonly status: ValueStatus;
}

/** A quantile in minutes; `atLeast` instead of `value` when it falls in the open last bin. */
export interface Quantile {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly atLeast: number | null;
  readonly status: ValueStatus;
}

export interface QuantilesEstimate {
  readonly median: Quantile;
  readonly p90: Quantile;
  readonly count: number | null;
  readonly unknown: number | null;
  readonly notCollected: number | null;
  readonly status: ValueStatus;
}

export interface DistributionEstimate {
  readonly parts: readonly { readonly code: string; readonly label: string; readonly share: RateEstimate }[];
  readonly unknown: number | null;
  readonly notCollected: number | null;
  readonly status: ValueStatus;
}

export type MeasureEstimate = RateEstimate | QuantilesEstimate | DistributionEstimate;

/** One arm against the baseline, from displayed counts. */
export interface RateComparison {
  readonly rate: RateEstimate;
  readonly baseline: RateEstimate;
  /** Rate minus baseline, with its Newcombe 95 % interval. */
  readonly difference: IntervalEstimate;
  /** Rate divided by baseline, with its log-normal 95 % interval. */
  readonly ratio: IntervalEstimate;
}

export interface IntervalEstimate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: ValueStatus;
}
