import { Migration } from '@mikro-orm/migrations';

/** What an agency's numbers mean, as its steward declared it: nothing is overwritten, so a past answer can be explained. */
export class Migration20261125DeclareMeasures extends Migration {
  override up(): void {
    for (const statement of DECLARE_MEASURES) this.addSql(statement);
  }
}

/** The statements of this migration, in order. */
export const DECLARE_MEASURES: readonly string[] = [
  `create table declaration (
    seq bigint generated always as identity primary key,
    declared_at timestamptz not null,
    declared_by text not null,
    agency_id text not null references agency,
    measure text not null,
    valid_from text not null,
    reason text not null,
    points jsonb not null
  )`,
  `create index declaration_agency on declaration (agency_id, seq)`,
  `create function declaration_is_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'Declarations are append-only. Declare anew instead.';
  end $$`,
  `create trigger declaration_append_only before update or delete or truncate on declaration
    for each statement execute function declaration_is_append_only()`,
];
