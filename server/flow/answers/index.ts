export { answerComparison } from './answer-comparison.js';
export { answerOutcomes, answerOwnOutcomes } from './answer-outcomes.js';
export { arranged } from './arranged.js';
export type { Arrangement } from './arranged.js';
export type * from './outcomes-answer.js';
