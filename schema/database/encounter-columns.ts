import { ANONYMISED_COLUMNS } from '../records/index.js';

/** Columns of the table of encounters, in the order they are copied in: the hub's own, then the file's. */
export const ENCOUNTER_COLUMNS: readonly string[] = [
  'agency_id',
  'submission_id',
  'line',
  'rk',
  'pk',
  ...ANONYMISED_COLUMNS,
];
