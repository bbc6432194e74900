import { createHash } from 'node:crypto';

import { lenses } from './lenses.js';
import { perturbationTableSha256 } from './shipped-table.js';

const DIGEST_CHARACTERS = 12;

/** Names the rules an answer was protected under: it changes when any number of theirs does. */
export const policyId = `ckm-${createHash('sha256')
  .update(JSON.stringify([perturbationTableSha256, lenses]))
  .digest('hex')
  .slice(0, DIGEST_CHARACTERS)}`;
