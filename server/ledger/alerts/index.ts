export { COVERAGE_MAX, REFUSED_PER_MINUTE_MAX, SIBLINGS_MAX } from './alert-limits.js';
export type { AskedQuestion } from './asked-question.js';
export { refusedOften } from './refused-often.js';
export { siblingWalks } from './sibling-walks.js';
