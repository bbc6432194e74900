export { ANONYMISED_COLUMNS, PROBLEMS_MAX, readAnonymised } from './parse-anonymised.js';
export type { AnonymisedReader, AnonymisedSummary } from './parse-anonymised.js';
