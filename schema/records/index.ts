export type { AnonymisedEncounter } from './anonymised-encounter.js';
export type * from './registry.js';
export { valueClassOf } from './row-problem.js';
export type { RowProblem } from './row-problem.js';
