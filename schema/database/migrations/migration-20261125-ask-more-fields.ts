import { Migration } from '@mikro-orm/migrations';

/**
 * The ledger takes a new kind of question without a migration: which fields there are is said once, in the records, and
 * the database checks that it is the name of one.
 */
export class Migration20261125AskMoreFields extends Migration {
  override up(): void {
    for (const statement of ASK_MORE_FIELDS) this.addSql(statement);
  }
}

/** The statements of this migration, in order. */
export const ASK_MORE_FIELDS: readonly string[] = [
  `alter table query_ledger drop constraint query_ledger_field_check`,
  `alter table query_ledger add constraint query_ledger_field_check check (field ~ '^[A-Z][A-Z_]*$')`,
];
