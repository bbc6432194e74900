import type { Pool } from 'pg';

import type { Erasure } from './store.js';

const IS_MEANT = `e.agency_id = $1 and (e.encounter_key = any ($2) or e.person_token = any ($3))`;

const ERASE = `
with tombstone as (
  update encounter e
  set encounter_key = '', person_token = null, is_erased = true
  where ${IS_MEANT} and exists (
    select from release_month m
    where (m.agency_id, m.submission_id, m.epoch, m.month) = (e.agency_id, e.submission_id, e.epoch, e.month)
  )
  returning 1
),
gone as (
  delete from encounter e
  where ${IS_MEANT} and not exists (
    select from release_month m
    where (m.agency_id, m.submission_id, m.epoch, m.month) = (e.agency_id, e.submission_id, e.epoch, e.month)
  )
  returning 1
)
select (select count(*) from tombstone)::int + (select count(*) from gone)::int as n`;

/** Forget encounters in one statement: all of them, or none. */
export async function eraseIn(pool: Pool, { agencyId, encounterKeys, personTokens }: Erasure): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(ERASE, [agencyId, encounterKeys, personTokens]);
  return rows[0]?.n ?? 0;
}
