export { tabulateInMemory } from './in-memory.js';
export type { CountedEncounter } from './in-memory.js';
export { tabulate } from './tabulate.js';
