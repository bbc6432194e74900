import type { GeographyLevel } from './geography.js';
import type { TimeGrain } from './period.js';

export type LensName = 'OWN' | 'PARTNER' | 'STATE' | 'RESEARCHER' | 'PUBLIC';

/** How one audience sees the one noisy table: thresholds, rounding, and which tables it may ask for. */
export interface Lens {
  readonly name: LensName;
  /** Smallest noisy count shown. */
  readonly threshold: number;
  /** Shown counts are rounded to this base; 1 leaves them alone. */
  readonly roundingBase: number;
  /** Most dimensions restricted in one cell, the outcome included. */
  readonly orderMax: number;
  /** The same in a table of a single agency: no other agency hides it. Source: docs/decisions/single-agencies-by-two-dimensions.md. */
  readonly agencyOrderMax: number;
  /**
   * Fewest agencies of a pool whose own cells the reader must not see, to be shown more than one dimension of it at a time.
   * Readers who know the rows of an agency take those out of the pool, and the cells they see; null where they know none.
   */
  readonly unseenMin: number | null;
  /** Pairs allowed beyond `orderMax`: dimension codes. */
  readonly pairsAllowed: readonly (readonly [string, string])[];
  /** Which suppressed cells are covered by suppressing a sibling too. Source: disclosure policy, section 2.9. */
  readonly complements: 'EVERY_SUPPRESSED' | 'CONCENTRATED' | 'NONE';
  /** Most different tables one asker is answered about one area of one release. */
  readonly tablesMax: number;
  /** Finest time grain at each geography level; null where the level may not be asked for. */
  readonly finestGrain: Readonly<Record<GeographyLevel, TimeGrain | null>>;
}
