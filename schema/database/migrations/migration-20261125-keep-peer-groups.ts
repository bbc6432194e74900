import { Migration } from '@mikro-orm/migrations';

/** Peer groups with their history, and those a draft freezes. */
export class Migration20261125KeepPeerGroups extends Migration {
  override up(): void {
    for (const statement of KEEP_PEER_GROUPS) this.addSql(statement);
  }
}

/** The statements of this migration, in order. */
export const KEEP_PEER_GROUPS: readonly string[] = [
  `create table peer_group_change (
    seq bigint generated always as identity primary key,
    changed_at timestamptz not null,
    changed_by text not null,
    reason text not null,
    groups jsonb not null
  )`,
  `alter table release_draft add column peer_groups jsonb not null default '[]'`,
];
