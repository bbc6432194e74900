export { changeAgreement } from './change-agreement.js';
export { describeRegion, lensLimits, lensesOf } from './describe-region.js';
export { firstOperatorToken, issueToken, registerAgency, registerProgram } from './keep-registry.js';
