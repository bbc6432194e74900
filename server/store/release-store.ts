import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';

import { ReleaseEntity, ReleaseMonthEntity } from '../../schema/database/index.js';
import type { Release } from '../../schema/records/index.js';

import type { ReleaseMonth, ReleaseStore } from './store.js';

const RELEASE = `
select id, published_at as "publishedAt", from_month as "fromMonth", through_month as "throughMonth", manifest
from release`;

const ACCEPTED_MONTHS = `
select distinct on (s.agency_id, m.month)
       s.agency_id as "agencyId", m.month, s.id as "submissionId", s.not_collected as "notCollected"
from submission_month m
join submission s on s.id = m.submission_id
where s.status = 'ACCEPTED' and m.month <= $1
order by s.agency_id, m.month, s.decided_at desc, s.id desc`;

const RELEASED_MONTHS = `
select distinct on (rm.agency_id, rm.month)
       rm.agency_id as "agencyId", rm.month, rm.submission_id as "submissionId", s.not_collected as "notCollected"
from release_month rm
join release r on r.id = rm.release_id
join submission s on s.id = rm.submission_id
order by rm.agency_id, rm.month, r.published_at, r.id`;

export function releaseStore(orm: MikroORM, pool: Pool): ReleaseStore {
  const rows = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await pool.query<Row>(text, [...values])).rows;

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
    count: async () => (await rows<{ n: number }>('select count(*)::int as n from release'))[0]?.n ?? 0,
    acceptedMonths: (throughMonth) => rows<ReleaseMonth>(ACCEPTED_MONTHS, [throughMonth]),
    releasedMonths: () => rows<ReleaseMonth>(RELEASED_MONTHS),
    publish: (release, months) =>
      orm.em.fork().transactional(async (em) => {
        await em.insert(ReleaseEntity, release);
        await em.insertMany(
          ReleaseMonthEntity,
          months.map(({ agencyId, month, submissionId }) => ({ releaseId: release.id, agencyId, month, submissionId })),
        );
      }),
  };
}
