export { fittedComparison, withoutFitted } from './fitted-comparison.js';
export { inputFrom } from './input.js';
export { adjustedForSeveral } from './several-confounders.js';
export type { SeveralAdjusted, SeveralInputs } from './several-confounders.js';
