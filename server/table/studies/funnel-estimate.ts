import type { RateNoise } from './displayed-rate.js';
import type { RateEstimate } from '../estimates.js';

/** Where a point of a funnel lies. */
export type FunnelStanding = 'WITHIN' | 'ABOVE_95' | 'BELOW_95' | 'ABOVE_998' | 'BELOW_998';

/** How limits are widened when units vary more than chance. */
export type Widening = 'ADDITIVE' | 'MULTIPLICATIVE';

/** A unit of a funnel with the limits at its size. Limits are null where the rate is not shown. */
export interface FunnelPoint {
  readonly rate: RateEstimate;
  readonly noise: RateNoise | null;
  readonly lower95: number | null;
  readonly upper95: number | null;
  readonly lower998: number | null;
  readonly upper998: number | null;
  readonly standing: FunnelStanding | null;
}

/** A funnel: the target its limits are drawn around, and how much the units vary beyond chance. */
export interface FunnelEstimate {
  readonly points: readonly FunnelPoint[];
  readonly target: number | null;
  readonly phi: number | null;
  readonly isOverDispersed: boolean | null;
  readonly tauSquared: number | null;
  /** Why there is no funnel; null when there is. */
  readonly reason: string | null;
}
