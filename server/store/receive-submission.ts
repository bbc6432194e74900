import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { ENCOUNTER_COLUMNS } from '../../schema/database/index.js';
import type { Submission } from '../../schema/records/index.js';

import type { IncomingSubmission, IncomingSummary, ReceivedSubmission } from './store.js';
import { SUBMISSION } from './submission.sql.js';

const COPY = `copy encounter (${ENCOUNTER_COLUMNS.join(', ')}) from stdin with (format csv)`;

const REMOVE_DUPLICATES = `
with ranked as (
  select ctid, line, row_number() over (partition by encounter_key order by line) as place
  from encounter
  where agency_id = $1 and submission_id = $2
),
removed as (
  delete from encounter
  where agency_id = $1 and submission_id = $2 and ctid = any (select ctid from ranked where place > 1)
  returning line
)
select line from removed order by line`;

const HAS_DUPLICATES = `
select exists (
  select from encounter where agency_id = $1 and submission_id = $2 group by encounter_key having count(*) > 1
) as found`;

const NOTE_MONTHS = `
insert into submission_month (submission_id, month)
select distinct submission_id, month from encounter where agency_id = $1 and submission_id = $2
returning month`;

const NOTE_SUBMISSION = `
insert into submission (id, agency_id, content_sha256, status, received_at, rows_accepted, rows_rejected, not_collected)
values ($1, $2, $3, 'RECEIVED', $4, $5, $6, $7)
on conflict (agency_id, content_sha256) do nothing
returning id`;

const NOTE_SPAN = 'update submission set first_month = $2, last_month = $3 where id = $1';

/** Copy a submission in, in one transaction. A file that came before, or is coming in at this moment, is written once. */
export async function receiveInto(pool: Pool, incoming: IncomingSubmission): Promise<ReceivedSubmission> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const received = await write(client, incoming);
    await client.query(received.isRepeat ? 'rollback' : 'commit');
    return received;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function write(client: PoolClient, incoming: IncomingSubmission): Promise<ReceivedSubmission> {
  await pipeline(Readable.from(incoming.rows), client.query(copyFrom(COPY)));

  const summary = incoming.summary();
  const duplicateLines = await removeDuplicates(client, incoming);
  const isNew = await noteSubmission(client, incoming, {
    ...summary,
    rowsAccepted: summary.rowsAccepted - duplicateLines.length,
    rowsRejected: summary.rowsRejected + duplicateLines.length,
  });
  if (isNew) await noteMonths(client, incoming);

  const { rows } = await client.query<Submission>(`${SUBMISSION} where agency_id = $1 and content_sha256 = $2`, [
    incoming.agencyId,
    summary.contentSha256,
  ]);
  const [submission] = rows;
  if (submission === undefined) throw new Error('A submission that was written is not there.');
  return { submission, isRepeat: !isNew, duplicateLines };
}

async function removeDuplicates(client: PoolClient, { agencyId, id }: IncomingSubmission): Promise<readonly number[]> {
  const { rows } = await client.query<{ found: boolean }>(HAS_DUPLICATES, [agencyId, id]);
  if (rows[0]?.found !== true) return [];

  const removed = await client.query<{ line: number }>(REMOVE_DUPLICATES, [agencyId, id]);
  return removed.rows.map(({ line }) => line);
}

async function noteSubmission(
  client: PoolClient,
  incoming: IncomingSubmission,
  summary: IncomingSummary,
): Promise<boolean> {
  const { rowCount } = await client.query(NOTE_SUBMISSION, [
    incoming.id,
    incoming.agencyId,
    summary.contentSha256,
    incoming.receivedAt,
    summary.rowsAccepted,
    summary.rowsRejected,
    JSON.stringify(summary.notCollected),
  ]);
  return rowCount === 1;
}

async function noteMonths(client: PoolClient, { agencyId, id }: IncomingSubmission): Promise<void> {
  const { rows } = await client.query<{ month: string }>(NOTE_MONTHS, [agencyId, id]);
  const months = rows.map(({ month }) => month).toSorted();
  await client.query(NOTE_SPAN, [id, months.at(0) ?? null, months.at(-1) ?? null]);
}
