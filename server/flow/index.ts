export * from './answers/index.js';
export { houseOf } from './house.js';
export type { House, Secrets } from './house.js';
export * from './intake/index.js';
export * from './ledger/index.js';
export * from './registry/index.js';
export * from './releases/index.js';
export type { Nearest, OutcomesQuestion, Refused } from '../table/index.js';
