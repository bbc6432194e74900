export { COVERAGE_MAX, REFUSED_PER_MINUTE_MAX, SIBLINGS_MAX } from './alert-limits.js';
export type { AskedQuestion } from './asked-question.js';
export { refusedInARow } from './refused-in-a-row.js';
export { siblingWalks } from './sibling-walks.js';
