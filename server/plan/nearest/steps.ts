import type { AdjustedQuestion, RefusalReason } from '../../table/index.js';

import type { Lattice } from '../lattice.js';
import type { Judged } from './judged.js';
import {
  withoutLastAxis,
  withoutLastFilter,
  withoutMeasures,
  withoutMeasuresTooHigh,
  withoutPersons,
} from './order-steps.js';
import { closedPeriod, coarserTime, wholePeriod } from './period-steps.js';
import {
  coarserPlace,
  finerPlace,
  ownAgencyAlone,
  peerGroupsAlone,
  pooledPeers,
  widerPlace,
  withoutExceptedPlaces,
} from './place-steps.js';
import { coarserStrata, withoutLastStratum } from './strata-steps.js';

/** One way to ask for less. */
export interface Step {
  /** How much of the question is given up: the time it is told by is the cheapest, what it counts the dearest. */
  readonly cost: number;
  /** Reasons it may remove; it is not tried for others. */
  readonly cures: readonly RefusalReason[];
  /** The question with the step taken; null where there is nothing to take. */
  readonly take: (judged: Judged, lattice: Lattice) => AdjustedQuestion | null;
}

/** Reasons that a larger place may remove. */
const TOO_SMALL = ['AGENCY_LEVEL_NOT_ALLOWED', 'TIME_GRAIN_NOT_ALLOWED', 'NO_ROW_PERMITTED'] as const;
/** Reasons that fewer dimensions may remove. */
const TOO_DEEP = ['ORDER_NOT_ALLOWED', 'TOO_MANY_CELLS', 'NO_ROW_PERMITTED'] as const;

/**
 * Every step, cheapest first. Each is written over the trees of the lattice and the lists of axes, so a coarser node or a
 * coarser axis added there is one more step here.
 */
export const STEPS: readonly Step[] = [
  { cost: 1, cures: ['PERIOD_NOT_RELEASED'], take: closedPeriod },
  { cost: 1, cures: ['TIME_GRAIN_NOT_ALLOWED', 'TOO_MANY_CELLS'], take: wholePeriod },
  { cost: 2, cures: ['TIME_GRAIN_NOT_ALLOWED', 'TOO_MANY_CELLS'], take: coarserTime },
  { cost: 2, cures: [...TOO_SMALL, 'TOO_MANY_STRATA', 'TOO_MANY_CELLS'], take: coarserStrata },
  { cost: 3, cures: [...TOO_SMALL, 'TOO_MANY_CELLS'], take: coarserPlace },
  { cost: 3, cures: [...TOO_SMALL, 'TOO_MANY_CELLS', 'NO_COMPARISON_GROUP'], take: widerPlace },
  { cost: 3, cures: ['NOT_OWN_AGENCY'], take: ownAgencyAlone },
  { cost: 3, cures: ['PEER_GROUP_MIXED'], take: peerGroupsAlone },
  { cost: 3, cures: ['NOT_COMPARABLE'], take: finerPlace },
  { cost: 4, cures: [...TOO_SMALL, 'TOO_MANY_CELLS'], take: withoutExceptedPlaces },
  { cost: 4, cures: TOO_SMALL, take: pooledPeers },
  { cost: 4, cures: ['ORDER_NOT_ALLOWED'], take: withoutMeasuresTooHigh },
  // More agencies hide a row better than more time does.
  { cost: 5, cures: ['NO_ROW_PERMITTED'], take: wholePeriod },
  { cost: 5, cures: ['NO_ROW_PERMITTED'], take: coarserTime },
  { cost: 4, cures: ['ORDER_NOT_ALLOWED', 'PERSONS_NOT_ADDITIVE'], take: withoutPersons },
  { cost: 5, cures: TOO_DEEP, take: withoutLastAxis },
  { cost: 5, cures: [...TOO_SMALL, ...TOO_DEEP, 'TOO_MANY_STRATA'], take: withoutLastStratum },
  { cost: 6, cures: TOO_DEEP, take: withoutLastFilter },
  { cost: 7, cures: ['ORDER_NOT_ALLOWED', 'NO_ROW_PERMITTED'], take: withoutMeasures },
];
