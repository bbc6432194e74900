import { Migration } from '@mikro-orm/migrations';

/** Every question ever asked, in a chain nobody can mend unseen. */
export class Migration20261124KeepLedger extends Migration {
  override up(): void {
    for (const statement of KEEP_LEDGER) this.addSql(statement);
  }
}

/** The statements of this migration, in order. */
export const KEEP_LEDGER: readonly string[] = [
  `create table query_ledger (
    seq bigint primary key,
    asked_at timestamptz not null,
    asker_id text not null,
    audience text not null,
    agency_id text,
    purpose text,
    field text not null check (field in ('OUTCOMES', 'OWN_OUTCOMES', 'COMPARE')),
    release_id text not null,
    area text not null,
    question text not null,
    plan_hash text not null,
    cells integer not null,
    suppressed integer not null,
    refusal text,
    response_sha256 text not null,
    previous_hash text not null,
    hash text not null
  )`,
  `create index query_ledger_asker on query_ledger (asker_id, release_id)`,
  `create index query_ledger_area on query_ledger (area, seq)`,
  `create function query_ledger_is_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'The ledger is append-only. Nothing in it is changed or removed.';
  end $$`,
  `create trigger query_ledger_append_only before update or delete or truncate on query_ledger
    for each statement execute function query_ledger_is_append_only()`,
];
