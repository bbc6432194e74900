export { changeAgreement } from './change-agreement.js';
export { describePeerGroups } from './describe-peer-groups.js';
export type { RegisteredPeerGroup } from './describe-peer-groups.js';
export { describeRegion, lensLimits, lensesOf } from './describe-region.js';
export { firstOperatorToken, issueToken } from './issue-token.js';
export { replacePeerGroups } from './keep-peer-groups.js';
export { registerAgency, registerProgram } from './keep-registry.js';
export { listAgreements } from './list-agreements.js';
