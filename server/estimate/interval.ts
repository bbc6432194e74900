import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** Two ends of a confidence interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Confidence of every interval the house prints. */
export const LEVEL = 0.95;

/** Half the width of a two-sided normal interval, in standard errors. */
export function criticalValue(level: number = LEVEL): number {
  return normalQuantile(1 - (1 - level) / 2, 0, 1);
}
