export { agenciesAsked, monthsAsked } from './base-restriction.js';
export { leafSetOf, minimalCover } from './cover.js';
export { latticeOf } from './lattice.js';
export type { Lattice } from './lattice.js';
export { poolsOf } from './pools.js';
export { planOutcomes } from './plan-outcomes.js';
export type { OutcomesPlan, PlannedMeasure, PlannedRow } from './planned.js';
export { COMPONENTS_MAX, OUTPUT_CELLS_MAX } from './refusals.js';
