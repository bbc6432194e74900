import { Migration } from '@mikro-orm/migrations';

/** Person keys are listed by an aggregate the planner knows the size of: it sorted a million rows for fear of `array_agg`. */
export class Migration20261125ListKeys extends Migration {
  override up(): void {
    for (const statement of LIST_KEYS) this.addSql(statement);
  }
}

/** The statements of this migration, in order. */
export const LIST_KEYS: readonly string[] = [
  `create aggregate keys_of (bigint) (
    sfunc = array_append, stype = bigint[], initcond = '{}', combinefunc = array_cat, parallel = safe
  )`,
];
