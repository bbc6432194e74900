export { startPostgres } from './start-postgres.js';
export type { RunningPostgres } from './start-postgres.js';
