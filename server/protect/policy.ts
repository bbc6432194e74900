import { createHash } from 'node:crypto';

import { PERSONS_ORDER_MAX, RECORD_CLASSES, YEAR_SPANS } from '../table/index.js';

import { CONCENTRATION } from './concentration.js';
import { lenses } from './lenses.js';
import { POOLS } from './pool-rule.js';
import { NOISE_VARIANCE, perturbationTableSha256, shippedTable } from './shipped-table.js';
import { WITHOUT_PERSONS } from './threshold.js';

const DIGEST_CHARACTERS = 12;

/** Every number the rules of protection have, as JSON text: what is published and signed. */
export const policyDocument = JSON.stringify({
  noise: { variance: NOISE_VARIANCE, table: shippedTable, tableSha256: perturbationTableSha256 },
  lenses,
  pools: POOLS,
  yearSpans: YEAR_SPANS,
  concentration: { ...CONCENTRATION, recordClasses: RECORD_CLASSES },
  complements: { aloneInFamily: 'SMALLEST_SIBLING', aloneInYears: 'SPAN' },
  persons: { orderMax: PERSONS_ORDER_MAX, noise: 'OWN_DRAW' },
  thresholdTimesWithoutPersonTokens: WITHOUT_PERSONS,
});

/** Names the rules an answer was protected under: it changes when any number of theirs does. */
export const policyId = `ckm-${createHash('sha256').update(policyDocument).digest('hex').slice(0, DIGEST_CHARACTERS)}`;
