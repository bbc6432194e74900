export type { AnonymisedEncounter } from './anonymised-encounter.js';
export type * from './registry.js';
