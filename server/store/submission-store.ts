import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';

import { SubmissionEntity } from '../../schema/database/index.js';
import type { Submission } from '../../schema/records/index.js';

import { eraseIn } from './erase.js';
import { receiveInto } from './receive-submission.js';
import { countFrom, rowsFrom } from './statements.js';
import type { SubmissionStore } from './store.js';
import { SUBMISSION } from './submission.sql.js';

export function submissionStore(orm: MikroORM, pool: Pool): SubmissionStore {
  const rows = rowsFrom(pool);

  return {
    receive: (incoming) => receiveInto(pool, incoming),
    byId: async (id) => (await rows<Submission>(`${SUBMISSION} where id = $1`, [id]))[0] ?? null,
    byContent: async ({ agencyId, sha256 }) =>
      (await rows<Submission>(`${SUBMISSION} where agency_id = $1 and content_sha256 = $2`, [agencyId, sha256]))[0] ??
      null,
    list: (agencyId, { first, after }) =>
      rows<Submission>(
        `${SUBMISSION}
        where ($1::text is null or agency_id = $1)
          and ($2::text is null or (received_at, id) < (select received_at, id from submission where id = $2))
        order by received_at desc, id desc limit $3`,
        [agencyId, after, first],
      ),
    count: (agencyId) =>
      countFrom(rows, 'select count(*)::int as n from submission where $1::text is null or agency_id = $1', [agencyId]),
    erase: (erasure) => eraseIn(pool, erasure),
    decide: async ({ id, ...decision }) => {
      await orm.em.fork().nativeUpdate(SubmissionEntity, { id }, decision);
      const [submission] = await rows<Submission>(`${SUBMISSION} where id = $1`, [id]);
      if (submission === undefined) throw new Error('A submission that was decided is gone.');
      return submission;
    },
  };
}
