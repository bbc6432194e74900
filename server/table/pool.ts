import type { GeographyNode } from './geography.js';

/** A pool of fewer agencies is shown to nobody who may not see each of them. Source: disclosure policy, section 2.6. */
export const POOL_MIN = 3;

/** A pool: an area above the single agency, in one time node. */
export interface Pool {
  readonly geography: GeographyNode;
  readonly time: string;
}

/**
 * What may be shown of a pool to who may not see each of its agencies: every table the lens allows, tables of one
 * dimension at most, or nothing.
 */
export type PoolVerdict = 'OPEN' | 'ORDER_ONE' | 'CLOSED';
