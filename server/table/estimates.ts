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

/** Displayed persons of one published cell. They are no sum, so there are no parts. */
export interface PersonsEstimate {
  readonly value: number | null;
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

/** One arm against the baseline, from displayed counts. Crude, and `adjusted` where that was asked. */
export interface RateComparison {
  readonly rate: RateEstimate;
  readonly baseline: RateEstimate;
  /** Rate minus baseline, with its Newcombe 95 % interval. */
  readonly difference: IntervalEstimate;
  /** Rate divided by baseline, with its log-normal 95 % interval. */
  readonly ratio: IntervalEstimate;
  /** Odds divided by the baseline's, with its log-normal 95 % interval. */
  readonly oddsRatio: IntervalEstimate;
  readonly distinguishable: Distinguishable;
  readonly power: DetectableEstimate;
  /** Null where no adjustment was asked for. */
  readonly adjusted: AdjustedComparison | null;
}

/** Whether an arm can be told from the baseline after sampling and protection noise together: by its ratio. */
export interface Distinguishable {
  /** Whether the interval of the ratio excludes 1. */
  readonly value: boolean | null;
  /** Whether it still can be told after Holm's adjustment for everything compared in the question. */
  readonly amongAll: boolean | null;
  readonly pValue: number | null;
  readonly holmPValue: number | null;
  readonly benjaminiHochbergPValue: number | null;
  readonly status: ValueStatus;
}

/** What the comparison could have seen: the smallest differences found with 80 % power. */
export interface DetectableEstimate {
  readonly decrease: number | null;
  readonly increase: number | null;
  /** Exact encounters in each of two equal arms that would show the difference estimated. */
  readonly encountersNeeded: number | null;
  readonly status: ValueStatus;
}

/** Whose mix of strata a standardised rate has. */
export type StandardName = 'BASELINE_ARM' | 'ALL_ENCOUNTERS';

/** One arm against the baseline within strata of a confounder. */
export interface AdjustedComparison {
  /** Mantel-Haenszel, over the strata used. */
  readonly difference: IntervalEstimate;
  readonly ratio: IntervalEstimate;
  readonly oddsRatio: IntervalEstimate;
  readonly distinguishable: Distinguishable;
  readonly heterogeneity: HeterogeneityEstimate;
  /** Both rates with the standard's mix of strata. */
  readonly standardisedRate: IntervalEstimate;
  readonly standardisedBaseline: IntervalEstimate;
  /** Share of the arm's known encounters that lie in the strata used. */
  readonly coverage: number | null;
  readonly strataUsed: number;
  readonly strataDropped: number;
  readonly strata: readonly StratumComparison[];
  readonly status: ValueStatus;
}

/** Whether the strata tell one story: of the logarithms of their ratios, with their total variances. */
export interface HeterogeneityEstimate {
  readonly q: number | null;
  readonly degreesOfFreedom: number | null;
  readonly pValue: number | null;
  readonly iSquared: number | null;
  readonly status: ValueStatus;
}

/** One category of the confounder: its displayed counts, where it is used. */
export interface StratumComparison {
  readonly code: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly baselineNumerator: number | null;
  readonly baselineDenominator: number | null;
  /** Encounters of the standard. */
  readonly standard: number | null;
  readonly ratio: IntervalEstimate;
  /** SHOWN where it is used; otherwise why it is dropped. */
  readonly status: ValueStatus;
}

export interface IntervalEstimate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: ValueStatus;
}
