import { dimensions } from '../catalogue/index.js';

/** Columns of an anonymised file, in order; the table of encounters has them too. */
export const FILE_COLUMNS: readonly string[] = [
  'encounter_key',
  'person_token',
  'month',
  ...dimensions.map(({ column }) => column),
];

/** Columns of the table of encounters, in the order they are copied in: the hub's own, then the file's. */
export const ENCOUNTER_COLUMNS: readonly string[] = ['agency_id', 'submission_id', 'line', 'rk', 'pk', ...FILE_COLUMNS];
