export type { AnonymisedEncounter } from './anonymised-encounter.js';
export { FROM_CALL_TIME } from './encounter-record.js';
export type { Answer, EncounterRecord, LocalTime } from './encounter-record.js';
export type * from './mapping.js';
export { mappableCodes, mappingSchema } from './mapping.schema.js';
export type * from './registry.js';
export type * from './release.js';
export { valueClassOf } from './row-problem.js';
export type { RowProblem } from './row-problem.js';
