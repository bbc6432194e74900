export { agencyMonthSizes } from './agency-month-sizes.js';
export { tabulateInMemory } from './in-memory.js';
export type { CountedEncounter } from './in-memory.js';
export type { PersonFacts } from './count-persons.js';
export { tabulate } from './tabulate.js';
