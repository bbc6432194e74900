/** The benefit a collaboration claims, which the measure tests. */
export type Benefit =
  | 'IMPROVED_CRISIS_RESPONSE'
  | 'DE_ESCALATION'
  | 'LESS_INCARCERATION'
  | 'ONGOING_SUPPORT'
  | 'BETTER_RESOURCE_ALLOCATION';

interface MeasureEntry {
  /** Name of the GraphQL field, camelCase. */
  readonly code: string;
  readonly label: string;
  readonly benefit: Benefit;
  readonly definition: string;
  /** What stays out of the denominator besides unknown, not collected and not engaged. */
  readonly exclusions: string;
  readonly source: string;
  /** The dimension whose codes the measure counts. */
  readonly dimension: string;
}

/** A proportion: encounters in `numerator` among encounters in `denominator`, both sets of nodes of `dimension`. */
export interface RateMeasure extends MeasureEntry {
  readonly kind: 'RATE';
  readonly unit: 'PROPORTION';
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
}

/** Median and 90th percentile of a duration, from the fixed bins of `dimension`. */
export interface QuantilesMeasure extends MeasureEntry {
  readonly kind: 'QUANTILES';
  readonly unit: 'MINUTES';
}

/** The share of every known leaf of `dimension`. */
export interface DistributionMeasure extends MeasureEntry {
  readonly kind: 'DISTRIBUTION';
  readonly unit: 'PROPORTION';
}

export type Measure = RateMeasure | QuantilesMeasure | DistributionMeasure;
