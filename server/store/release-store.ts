import type { Pool } from 'pg';

import { ANONYMISED_COLUMNS } from '../../schema/records/index.js';
import type { Release, ReleaseDraft, ReleaseMonth } from '../../schema/records/index.js';

import { publishInto } from './publish-release.js';
import { countFrom, rowsFrom } from './statements.js';
import type { AgencyMonthSize, ReleaseStore } from './store.js';

const RELEASE = `
select id, published_at as "publishedAt", from_month as "fromMonth", through_month as "throughMonth", manifest,
       signature, retired_at as "retiredAt"
from release`;

const ACCEPTED_MONTHS = `
select distinct on (s.agency_id, m.month)
       s.agency_id as "agencyId", m.month, s.id as "submissionId", 0 as epoch, s.not_collected as "notCollected"
from submission_month m
join submission s on s.id = m.submission_id
where s.status = 'ACCEPTED' and m.month <= $1
order by s.agency_id, m.month, s.decided_at desc, s.id desc`;

const RELEASED_MONTHS = `
select rm.agency_id as "agencyId", rm.month, rm.submission_id as "submissionId", rm.epoch,
       s.not_collected as "notCollected"
from release_month rm
join submission s on s.id = rm.submission_id
where rm.release_id = $1
order by rm.agency_id, rm.month`;

const SIZES = 'select agency_id as "agencyId", month, encounters from release_month where release_id = $1';

const CONTENT = ANONYMISED_COLUMNS.join(', ');

const ROWS_DIFFER = `
with released as (
  select ${CONTENT}
  from unnest($2::text[], $3::text[], $4::int[]) as m (month, submission_id, epoch)
  join encounter e using (month, submission_id, epoch)
  where e.agency_id = $1
),
accepted as (
  select ${CONTENT}
  from unnest($5::text[], $6::text[]) as m (month, submission_id)
  join encounter e using (month, submission_id)
  where e.agency_id = $1 and e.epoch = 0 and not e.is_erased
)
select exists (
  (table released except all table accepted) union all (table accepted except all table released)
) as differ`;

const DRAFT = `
select id, kind, created_at as "createdAt", created_by as "createdBy", through_month as "throughMonth",
       base_id as "baseId", months, changes, peer_groups as "peerGroups"
from release_draft where id = $1`;

const KEEP_DRAFT = `
insert into release_draft (id, kind, created_at, created_by, through_month, base_id, months, changes, peer_groups)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

export function releaseStore(pool: Pool): ReleaseStore {
  const rows = rowsFrom(pool);

  return {
    latest: async () => (await rows<Release>(`${RELEASE} order by published_at desc, id desc limit 1`))[0] ?? null,
    byId: async (id) => (await rows<Release>(`${RELEASE} where id = $1`, [id]))[0] ?? null,
    list: ({ first, after }) =>
      rows<Release>(
        `${RELEASE}
        where $1::text is null or (published_at, id) < (select published_at, id from release where id = $1)
        order by published_at desc, id desc limit $2`,
        [after, first],
      ),
    count: () => countFrom(rows, 'select count(*)::int as n from release'),
    acceptedMonths: (throughMonth) => rows<ReleaseMonth>(ACCEPTED_MONTHS, [throughMonth]),
    monthsOf: (releaseId) => rows<ReleaseMonth>(RELEASED_MONTHS, [releaseId]),
    ledgerHeads: () =>
      rows(
        `select id as "releaseId", manifest ->> 'ledgerHead' as hash from release
        where manifest ->> 'ledgerHead' is not null order by published_at, id`,
      ),
    sizesOf: (releaseId) => rows<AgencyMonthSize>(SIZES, [releaseId]),
    frequentPersons: async (releaseId) => {
      const [found] = await rows<{ keys: readonly string[] }>(
        'select frequent_persons as keys from release where id = $1',
        [releaseId],
      );
      return found?.keys ?? [];
    },
    rowsDiffer: async ({ agencyId, released, accepted }) => {
      const [found] = await rows<{ differ: boolean }>(ROWS_DIFFER, [
        agencyId,
        released.map(({ month }) => month),
        released.map(({ submissionId }) => submissionId),
        released.map(({ epoch }) => epoch),
        accepted.map(({ month }) => month),
        accepted.map(({ submissionId }) => submissionId),
      ]);
      return found?.differ === true;
    },
    keepDraft: async ({ id, kind, createdAt, createdBy, throughMonth, baseId, months, changes, peerGroups }) => {
      const lists = [months, changes, peerGroups].map((list) => JSON.stringify(list));
      await rows(KEEP_DRAFT, [id, kind, createdAt, createdBy, throughMonth, baseId, ...lists]);
    },
    draftById: async (id) => (await rows<ReleaseDraft>(DRAFT, [id]))[0] ?? null,
    publish: (publication) => publishInto(pool, publication),
  };
}
