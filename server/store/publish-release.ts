import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { escapeLiteral } from 'pg';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

import { ENCOUNTER_COLUMNS } from '../../schema/database/index.js';
import { ANONYMISED_COLUMNS } from '../../schema/records/index.js';
import type { BlockFacts, Release, ReleaseMonth } from '../../schema/records/index.js';

import type { Publication } from './store.js';

/** Any number will do, as long as every process takes the same. */
const PUBLISH_LOCK = 20_261_124;

const LATEST = 'select id from release order by published_at desc, id desc limit 1';

const COPY_IN = `copy encounter (${[...ENCOUNTER_COLUMNS, 'epoch'].join(', ')}) from stdin with (format csv)`;

const MONTHS = `
unnest($1::text[], $2::text[], $3::text[], $4::int[]) as m (agency_id, month, submission_id, epoch)`;

const FACTS = `
select agency_id as "agencyId", left(month, 4) as year, bool_or(e.pk <> e.rk) as "hasPersonTokens",
       encode(sha256(string_agg(int8send(e.rk), ''::bytea order by e.rk)), 'hex') as commitment
from ${MONTHS}
join encounter e using (agency_id, submission_id, epoch, month)
group by 1, 2`;

const NOTE_RELEASE = `
insert into release (id, published_at, published_by, from_month, through_month, manifest, signature)
values ($1, $2, $3, $4, $5, $6, $7)`;

const NOTE_MONTHS = `
insert into release_month (release_id, agency_id, month, submission_id, epoch, encounters)
select $5, agency_id, month, submission_id, epoch, count(e.rk)
from ${MONTHS}
left join encounter e using (agency_id, submission_id, epoch, month)
group by 2, 3, 4, 5`;

const NOTE_FREQUENT = `
with person as (
  select e.pk from ${MONTHS}
  join encounter e using (agency_id, submission_id, epoch, month)
  where e.pk <> e.rk
  group by e.pk
  having count(*) >= $6
)
update release set frequent_persons = array(select pk from person) where id = $5`;

/** Rows erased since the last revision, but for those the release still counts: its block may be sealed. */
const DELETE_ERASED = `
delete from encounter e
where e.is_erased and not exists (
  select from release_month m
  where m.release_id = $1
    and (m.agency_id, m.submission_id, m.epoch, m.month) = (e.agency_id, e.submission_id, e.epoch, e.month)
)`;

const MONTHS_AS_CAME = `
select agency_id as "agencyId", submission_id as "submissionId", month, 0 as epoch
from encounter where epoch = 0 and not is_erased
group by 1, 2, 3 order by 1, 2, 3`;

const DELETE_AS_CAME = `
delete from encounter
where (agency_id, submission_id, month) = ($1, $2, $3) and epoch = 0 and not is_erased`;

const RETIRE = [
  'delete from release_month where release_id <> $1',
  'update release set retired_at = (select published_at from release where id = $1) where id <> $1 and retired_at is null',
];

/**
 * Write a release whole, in one transaction; null when another one was published since it was drafted.
 *
 * Killed at any point, the release before stays in force.
 */
export async function publishInto(pool: Pool, publication: Publication): Promise<Release | null> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const release = await write(client, pool, publication);
    await client.query(release === null ? 'rollback' : 'commit');
    return release;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function write(client: PoolClient, pool: Pool, publication: Publication): Promise<Release | null> {
  const { draft, publishedBy } = publication;
  await client.query('select pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);
  const { rows } = await client.query<{ id: string }>(LATEST);
  if ((rows[0]?.id ?? null) !== draft.baseId) return null;

  for (const month of publication.rekeyed) await rekey(month, { client, pool, publication });
  if (draft.kind === 'ROTATION') await rekeyInPlace({ client, pool, publication });
  const values = columnsOf(draft.months);
  const release = publication.seal((await client.query<BlockFacts>(FACTS, values)).rows);
  const { id, publishedAt, fromMonth, throughMonth, manifest, signature } = release;
  await client.query(NOTE_RELEASE, [
    id,
    publishedAt,
    publishedBy,
    fromMonth,
    throughMonth,
    JSON.stringify(manifest),
    signature,
  ]);
  await client.query(NOTE_MONTHS, [...values, id]);
  await client.query(NOTE_FREQUENT, [...values, id, publication.frequentFrom]);
  await client.query('delete from release_draft');
  if (draft.kind !== 'ORDINARY') await forgetErased(client, release);
  if (draft.kind === 'ROTATION') await retireEarlier(client, release);
  return release;
}

function columnsOf(months: readonly ReleaseMonth[]): unknown[][] {
  return [
    months.map(({ agencyId }) => agencyId),
    months.map(({ month }) => month),
    months.map(({ submissionId }) => submissionId),
    months.map(({ epoch }) => epoch),
  ];
}

/** Write the rows of a month once more, under the keys of its epoch. The old rows stay for the releases that have them. */
async function rekey(
  month: ReleaseMonth,
  { client, pool, publication }: { client: PoolClient; pool: Pool; publication: Publication },
): Promise<void> {
  const reader = await pool.connect();
  try {
    const rows = reader.query(copyTo(`copy (${rowsOf(month)}) to stdout with (format csv)`));
    await pipeline(Readable.from(rekeyedLines(rows, month, publication)), client.query(copyFrom(COPY_IN)));
  } finally {
    reader.release();
  }
}

/** Give the rows as they came the keys of the first epoch, too: later releases and revisions are made from them. */
async function rekeyInPlace(writing: { client: PoolClient; pool: Pool; publication: Publication }): Promise<void> {
  const { rows } = await writing.client.query<ReleaseMonth>(MONTHS_AS_CAME);
  for (const month of rows) {
    const { agencyId, submissionId, month: name } = month;
    await writing.client.query(DELETE_AS_CAME, [agencyId, submissionId, name]);
    await rekey(month, writing);
  }
}

async function* rekeyedLines(
  rows: NodeJS.ReadableStream,
  { agencyId, submissionId, epoch }: ReleaseMonth,
  { keysOf }: Publication,
): AsyncGenerator<string> {
  const { recordKeyOf, personKeyOf } = keysOf({ agencyId, epoch });
  for await (const text of createInterface({ input: rows, crlfDelay: Infinity })) {
    const [line = '', encounterKey = '', personToken = ''] = text.split(',', 3);
    const recordKey = recordKeyOf(encounterKey);
    const personKey = personToken === '' ? recordKey : personKeyOf(personToken);
    const file = text.slice(line.length + 1);
    yield `${agencyId},${submissionId},${line},${recordKey},${personKey},${file},${epoch}\n`;
  }
}

/** The rows as they came, without their keys. COPY takes no parameters. */
function rowsOf({ agencyId, submissionId, month }: ReleaseMonth): string {
  return (
    `select line, ${ANONYMISED_COLUMNS.join(', ')} from encounter where agency_id = ${escapeLiteral(agencyId)} ` +
    `and submission_id = ${escapeLiteral(submissionId)} and month = ${escapeLiteral(month)} ` +
    'and epoch = 0 and not is_erased'
  );
}

/** Erased rows go for good, and with them the releases that counted them. */
async function forgetErased(client: PoolClient, release: Release): Promise<void> {
  const { rowCount } = await client.query(DELETE_ERASED, [release.id]);
  if ((rowCount ?? 0) > 0) await retireEarlier(client, release);
}

/** Earlier releases can no longer be made again: they answer no more. */
async function retireEarlier(client: PoolClient, { id }: Release): Promise<void> {
  for (const statement of RETIRE) await client.query(statement, [id]);
}
