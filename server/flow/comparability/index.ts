export { answerComparability } from './answer-comparability.js';
export type { ComparabilityQuestion, ComparabilityTable } from './answer-comparability.js';
export { declareMeasure } from './declare-measure.js';
