import { Migration } from '@mikro-orm/migrations';

/** Alerts read the questions of one release in order, and not those of all the years before. */
export class Migration20261125ReadReleaseOfLedger extends Migration {
  override up(): void {
    for (const statement of READ_RELEASE_OF_LEDGER) this.addSql(statement);
  }
}

/** The statements of this migration, in order. */
export const READ_RELEASE_OF_LEDGER: readonly string[] = [
  `create index query_ledger_release on query_ledger (release_id, seq)`,
];
