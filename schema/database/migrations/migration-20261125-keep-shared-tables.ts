import { Migration } from '@mikro-orm/migrations';

/** What an agency has handed on stays as it is: later tables neither show what it hides nor hide what it shows. */
export class Migration20261125KeepSharedTables extends Migration {
  override up(): void {
    for (const statement of KEEP_SHARED_TABLES) this.addSql(statement);
  }
}

/** The statements of this migration, in order. */
export const KEEP_SHARED_TABLES: readonly string[] = [
  `create table shared_table (
    agency_id text not null references agency,
    release_id text not null references release,
    seq integer not null,
    shared_at timestamptz not null,
    shared_by text not null,
    time_node text not null,
    nodes jsonb not null,
    axes text[] not null,
    threshold integer not null,
    hidden text[] not null,
    primary key (agency_id, release_id, seq)
  )`,
  `create function shared_table_is_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'What was shared stays shared. Nothing of it is changed or removed.';
  end $$`,
  `create trigger shared_table_append_only before update or delete or truncate on shared_table
    for each statement execute function shared_table_is_append_only()`,
];
