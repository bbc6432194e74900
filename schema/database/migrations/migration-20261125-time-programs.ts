import { Migration } from '@mikro-orm/migrations';

/** When a program answers, and for whom, in a form that can be counted with. Programs known in words only stay so. */
export class Migration20261125TimePrograms extends Migration {
  override up(): void {
    for (const statement of TIME_PROGRAMS) this.addSql(statement);
  }
}

/** The statements of this migration, in order. */
export const TIME_PROGRAMS: readonly string[] = [
  `alter table program add column openings jsonb, add column serves text`,
];
