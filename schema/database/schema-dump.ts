import { MIGRATIONS } from './migrations.js';

/** The database as all migrations leave it: their statements in order, as one script. */
export function schemaDump(): string {
  return MIGRATIONS.flatMap(({ statements }) => statements)
    .map((statement) => `${statement.trim()};\n`)
    .join('\n');
}
