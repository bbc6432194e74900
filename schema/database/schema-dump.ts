import { OPEN_THE_HOUSE } from './migrations/migration-20261123-open-the-house.js';

/** The database as all migrations leave it, as one script. Until a migration changes a table, they are the tables. */
export function schemaDump(): string {
  return OPEN_THE_HOUSE.map((statement) => `${statement.trim()};\n`).join('\n');
}
