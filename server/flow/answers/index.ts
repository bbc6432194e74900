export type { ComparisonQuestion } from './answer-comparison.js';
export { answerComparison } from './answer-comparison.js';
export { answerOwnTableToShare } from './answer-own-table.js';
export { answerOutcomes, answerOwnOutcomes } from './answer-outcomes.js';
export { arranged } from './arranged.js';
export type { Arrangement } from './arranged.js';
export { forecastComparison, forecastOutcomes } from './forecast.js';
export type { Forecast } from './forecast.js';
export type * from './outcomes-answer.js';
