import type { RateEstimate } from '../estimates.js';
import type { RateNoise, ReasonedEstimate } from './displayed-rate.js';

/** Why a point of a series is flagged. */
export type ControlRule = 'BEYOND_LIMITS' | 'RUN_OF_EIGHT';

/** How the limits of a series were drawn. */
export type ChartMethod = 'P_CHART' | 'LANEY_P';

/** One period of a series. A period without a shown rate is there, with its status. */
export interface SeriesPoint {
  /** Month, quarter or year. */
  readonly period: string;
  readonly rate: RateEstimate;
  readonly noise: RateNoise | null;
  /** Whether centre and limits were found from it. */
  readonly isBaseline: boolean;
  readonly lowerLimit: number | null;
  readonly upperLimit: number | null;
  readonly flags: readonly ControlRule[];
}

/** A rate over time, its control chart and its trend. */
export interface SeriesEstimate {
  readonly points: readonly SeriesPoint[];
  readonly centre: number | null;
  readonly chart: ChartMethod | null;
  readonly sigmaZ: number | null;
  /** Why there are no limits; null when there are. */
  readonly chartReason: string | null;
  /** Ratio of the rate one year later to the rate, from the log-linear trend. */
  readonly changePerYear: ReasonedEstimate;
}
