import { Migration } from '@mikro-orm/migrations';

/**
 * Person keys, epochs, drafts, retired releases, and agreements with their history.
 *
 * Rows from before have no person key of their own secret: they get one from their token, which tells persons apart as
 * well. `manifest` becomes json, because a signature is over text and jsonb does not keep it.
 */
export class Migration20261124KeepReleases extends Migration {
  override up(): void {
    for (const statement of KEEP_RELEASES) this.addSql(statement);
  }
}

const PERSON_KEYS_AND_EPOCHS = [
  `alter table encounter add column pk bigint, add column epoch integer not null default 0,
    add column is_erased boolean not null default false`,
  `update encounter set pk = coalesce(('x' || left(md5(agency_id || person_token), 12))::bit(48)::bigint, rk)`,
  `alter table encounter alter column pk set not null`,
  `drop index encounter_submission`,
  `create index encounter_submission on encounter (agency_id, submission_id, epoch, month)`,
  `alter table release_month add column epoch integer not null default 0`,
];

const RELEASES = [
  `alter table release alter column manifest type json, add column signature text not null default '',
    add column retired_at timestamptz, add column most_encounters integer not null default 1`,
  `create table release_repeat (
    release_id text not null references release,
    agency_id text not null references agency,
    pk bigint not null,
    primary key (release_id, agency_id, pk)
  )`,
  `create table release_draft (
    id text primary key,
    created_at timestamptz not null,
    created_by text not null,
    kind text not null check (kind in ('ORDINARY', 'REVISION')),
    through_month text not null,
    base_id text references release,
    months jsonb not null,
    changes jsonb not null
  )`,
];

const AGREEMENTS = [
  `create table agreement_change (
    seq bigint generated always as identity primary key,
    changed_at timestamptz not null,
    changed_by text not null,
    granting_agency_id text not null references agency,
    asking_agency_id text not null references agency,
    is_granted boolean not null
  )`,
  `insert into agreement_change (changed_at, changed_by, granting_agency_id, asking_agency_id, is_granted)
    select now(), 'migration', granting_agency_id, asking_agency_id, true from agreement`,
  `drop table agreement`,
];

/** The statements of this migration, in order. */
export const KEEP_RELEASES: readonly string[] = [...PERSON_KEYS_AND_EPOCHS, ...RELEASES, ...AGREEMENTS];
