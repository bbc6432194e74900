import type { Pool } from 'pg';

import type { SharedTable } from '../../schema/records/index.js';

import type { SharedTableStore } from './store.js';

const OF = `
select agency_id as "agencyId", release_id as "releaseId", seq, shared_at as "sharedAt", shared_by as "sharedBy",
       time_node as time, nodes, axes, threshold, hidden
from shared_table
where agency_id = $1 and release_id = $2
order by seq`;

const KEEP = `
insert into shared_table (agency_id, release_id, seq, shared_at, shared_by, time_node, nodes, axes, threshold, hidden)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict do nothing`;

export function sharedTableStore(pool: Pool): SharedTableStore {
  return {
    of: async ({ agencyId, releaseId }) => (await pool.query<SharedTable>(OF, [agencyId, releaseId])).rows,
    keep: async (table) => {
      const { agencyId, releaseId, seq, sharedAt, sharedBy, time, nodes, axes, threshold, hidden } = table;
      const shared = [agencyId, releaseId, seq, sharedAt, sharedBy, time, JSON.stringify(nodes)];
      return (await pool.query(KEEP, [...shared, axes, threshold, hidden])).rowCount === 1;
    },
  };
}
