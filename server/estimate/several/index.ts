export { inputFrom } from './input.js';
export { adjustedForSeveral } from './several-confounders.js';
export type { SeveralInputs } from './several-confounders.js';
