create table agency (
    id text primary key,
    name text not null,
    kind text not null,
    state text not null,
    county text not null,
    mode text not null check (mode in ('CONTRIBUTED', 'NODE')),
    is_synthetic boolean not null
  );

create table program (
    id text primary key,
    agency_id text not null references agency,
    name text not null,
    response_model text not null,
    started_on text not null,
    ended_on text,
    hours text not null,
    area text not null
  );

create index program_agency on program (agency_id);

create table agreement (
    granting_agency_id text not null references agency,
    asking_agency_id text not null references agency,
    primary key (granting_agency_id, asking_agency_id)
  );

create table access_token (
    id text primary key,
    sha256 text not null unique,
    name text not null,
    audience text not null,
    agency_id text references agency,
    state text
  );

create table submission (
    id text primary key,
    agency_id text not null references agency,
    content_sha256 text not null,
    status text not null check (status in ('RECEIVED', 'ACCEPTED', 'WITHDRAWN')),
    received_at timestamptz not null,
    decided_at timestamptz,
    decided_by text,
    rows_accepted integer not null,
    rows_rejected integer not null,
    first_month text,
    last_month text,
    not_collected jsonb not null,
    unique (agency_id, content_sha256)
  );

create table submission_month (
    submission_id text not null references submission,
    month text not null,
    primary key (submission_id, month)
  );

create table encounter (
    agency_id text not null,
    submission_id text not null,
    line integer not null,
    rk bigint not null,
    encounter_key text not null,
    person_token text,
    month text not null,
    response_model text not null,
    response_arrived text not null,
    engagement text not null,
    police_on_scene text not null,
    call_type text not null,
    call_source text not null,
    shift text not null,
    weekend text not null,
    age_band text not null,
    gender text not null,
    race_ethnicity text not null,
    veteran text not null,
    housing text not null,
    prior_contact text not null,
    weapon text not null,
    clinician text not null,
    consulted_before_arrival text not null,
    force text not null,
    subject_injury text not null,
    officer_injury text not null,
    disposition text not null,
    arrest_eligible text not null,
    linked_to_care text not null,
    follow_up text not null,
    repeat_30 text not null,
    response_minutes text not null,
    scene_minutes text not null
  );

create index encounter_submission on encounter (agency_id, submission_id, month);

create table release (
    id text primary key,
    published_at timestamptz not null,
    published_by text not null,
    from_month text not null,
    through_month text not null,
    manifest jsonb not null
  );

create table release_month (
    release_id text not null references release,
    agency_id text not null references agency,
    month text not null,
    submission_id text not null references submission,
    primary key (release_id, agency_id, month)
  );

alter table encounter add column pk bigint, add column epoch integer not null default 0,
    add column is_erased boolean not null default false;

update encounter set pk = coalesce(('x' || left(md5(agency_id || person_token), 12))::bit(48)::bigint, rk);

alter table encounter alter column pk set not null;

drop index encounter_submission;

create index encounter_submission on encounter (agency_id, submission_id, epoch, month);

alter table release_month add column epoch integer not null default 0;

alter table release alter column manifest type json, add column signature text not null default '',
    add column retired_at timestamptz, add column most_encounters integer not null default 1;

create table release_repeat (
    release_id text not null references release,
    agency_id text not null references agency,
    pk bigint not null,
    primary key (release_id, agency_id, pk)
  );

create table release_draft (
    id text primary key,
    created_at timestamptz not null,
    created_by text not null,
    kind text not null check (kind in ('ORDINARY', 'REVISION')),
    through_month text not null,
    base_id text references release,
    months jsonb not null,
    changes jsonb not null
  );

create table agreement_change (
    seq bigint generated always as identity primary key,
    changed_at timestamptz not null,
    changed_by text not null,
    granting_agency_id text not null references agency,
    asking_agency_id text not null references agency,
    is_granted boolean not null
  );

insert into agreement_change (changed_at, changed_by, granting_agency_id, asking_agency_id, is_granted)
    select now(), 'migration', granting_agency_id, asking_agency_id, true from agreement;

drop table agreement;

alter table release_month add column encounters integer;

update release_month r set encounters = (
    select count(*) from encounter e
    where (e.agency_id, e.submission_id, e.epoch, e.month) = (r.agency_id, r.submission_id, r.epoch, r.month)
  );

alter table release_month alter column encounters set not null;

alter table release drop column most_encounters, add column frequent_persons bigint[] not null default '{}';

with person as (
    select r.release_id, e.pk
    from release_month r join encounter e using (agency_id, submission_id, epoch, month)
    where e.pk <> e.rk
    group by 1, 2 having count(*) >= 48
  )
  update release set frequent_persons = array(select pk from person where release_id = id);

drop table release_repeat;

create table query_ledger (
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
  );

create index query_ledger_asker on query_ledger (asker_id, release_id);

create index query_ledger_area on query_ledger (area, seq);

create function query_ledger_is_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'The ledger is append-only. Nothing in it is changed or removed.';
  end $$;

create trigger query_ledger_append_only before update or delete or truncate on query_ledger
    for each statement execute function query_ledger_is_append_only();

alter table query_ledger drop constraint query_ledger_field_check;

alter table query_ledger add constraint query_ledger_field_check check (field ~ '^[A-Z][A-Z_]*$');

create table declaration (
    seq bigint generated always as identity primary key,
    declared_at timestamptz not null,
    declared_by text not null,
    agency_id text not null references agency,
    measure text not null,
    valid_from text not null,
    reason text not null,
    points jsonb not null
  );

create index declaration_agency on declaration (agency_id, seq);

create function declaration_is_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'Declarations are append-only. Declare anew instead.';
  end $$;

create trigger declaration_append_only before update or delete or truncate on declaration
    for each statement execute function declaration_is_append_only();

alter table program add column openings jsonb, add column serves text;

create table shared_table (
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
  );

create function shared_table_is_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'What was shared stays shared. Nothing of it is changed or removed.';
  end $$;

create trigger shared_table_append_only before update or delete or truncate on shared_table
    for each statement execute function shared_table_is_append_only();

create table peer_group_change (
    seq bigint generated always as identity primary key,
    changed_at timestamptz not null,
    changed_by text not null,
    reason text not null,
    groups jsonb not null
  );

alter table release_draft add column peer_groups jsonb not null default '[]';

create index query_ledger_release on query_ledger (release_id, seq);
