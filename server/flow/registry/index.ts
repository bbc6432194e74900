export { changeAgreement } from './change-agreement.js';
export { describePeerGroups } from './describe-peer-groups.js';
export type { RegisteredPeerGroup } from './describe-peer-groups.js';
export { describeRegion, lensLimits, lensesOf } from './describe-region.js';
export { replacePeerGroups } from './keep-peer-groups.js';
export { firstOperatorToken, issueToken, registerAgency, registerProgram } from './keep-registry.js';
