export * from './alerts/index.js';
export { areaOf, areasAround } from './area.js';
export { EMPTY, chained, followed } from './chain.js';
export { ledgerQueue } from './queue.js';
export type { LedgerQueue } from './queue.js';
