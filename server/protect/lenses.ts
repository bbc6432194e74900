import { dimensions } from '../../schema/catalogue/index.js';
import type { Lens, LensName } from '../table/index.js';

const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** The response model with each outcome: the pairs the public may see beyond order one. */
const publicPairs = dimensions
  .filter(({ isOutcome }) => isOutcome)
  .map(({ code }): readonly [string, string] => ['RESPONSE_MODEL', code]);

/**
 * One noise, many lenses: audiences differ only in thresholds, rounding and the tables they may ask for.
 *
 * Source: disclosure policy, sections 2.7 and 2.15.
 */
export const lenses: Readonly<Record<LensName, Lens>> = {
  OWN: {
    name: 'OWN',
    threshold: 0,
    roundingBase: 1,
    orderMax: UNBOUNDED,
    agencyOrderMax: UNBOUNDED,
    unseenMin: null,
    pairsAllowed: [],
    complements: 'NONE',
    tablesMax: UNBOUNDED,
    finestGrain: { AGENCY: 'MONTH', COUNTY: null, STATE: null, REGION: null, PEER_GROUP: null },
  },
  PARTNER: {
    name: 'PARTNER',
    threshold: 11,
    roundingBase: 1,
    orderMax: 3,
    agencyOrderMax: 2,
    unseenMin: 2,
    pairsAllowed: [],
    complements: 'CONCENTRATED',
    tablesMax: 150,
    finestGrain: {
      AGENCY: 'QUARTER',
      COUNTY: 'QUARTER',
      STATE: 'QUARTER',
      REGION: 'QUARTER',
      PEER_GROUP: 'QUARTER',
    },
  },
  STATE: {
    name: 'STATE',
    threshold: 6,
    roundingBase: 1,
    orderMax: 3,
    agencyOrderMax: 3,
    unseenMin: null,
    pairsAllowed: [],
    complements: 'CONCENTRATED',
    tablesMax: 1_000,
    finestGrain: { AGENCY: 'MONTH', COUNTY: 'MONTH', STATE: 'MONTH', REGION: 'QUARTER', PEER_GROUP: 'QUARTER' },
  },
  RESEARCHER: {
    name: 'RESEARCHER',
    threshold: 11,
    roundingBase: 1,
    orderMax: 3,
    agencyOrderMax: 3,
    unseenMin: null,
    pairsAllowed: [],
    complements: 'CONCENTRATED',
    tablesMax: 400,
    finestGrain: { AGENCY: null, COUNTY: 'QUARTER', STATE: 'QUARTER', REGION: 'QUARTER', PEER_GROUP: 'QUARTER' },
  },
  PUBLIC: {
    name: 'PUBLIC',
    threshold: 13,
    roundingBase: 5,
    orderMax: 1,
    agencyOrderMax: 1,
    unseenMin: null,
    pairsAllowed: publicPairs,
    complements: 'EVERY_SUPPRESSED',
    tablesMax: 40,
    finestGrain: { AGENCY: null, COUNTY: 'YEAR', STATE: 'QUARTER', REGION: 'QUARTER', PEER_GROUP: 'YEAR' },
  },
};
