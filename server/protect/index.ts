export { keyId } from './key-id.js';
export { lenses } from './lenses.js';
export { seenThrough } from './lens.js';
export { perturbationTable } from './perturbation-table.js';
export { policyDocument, policyId } from './policy.js';
export { poolRule } from './pool-rule.js';
export { protect } from './protect.js';
export { blockKeysFor } from './record-key.js';
export { perturbationTableSha256 } from './shipped-table.js';
