import type { PeerGroupChange } from '../../schema/records/index.js';

import { countFrom } from './statements.js';
import type { Rows } from './statements.js';
import type { RegistryStore } from './store.js';

const PEER_GROUP_CHANGE = `
seq::text as id, changed_at as "changedAt", changed_by as "changedBy", reason, groups`;

/** The part of the registry that keeps peer groups, every change of them. */
export function peerGroupStore(
  rows: Rows,
): Pick<RegistryStore, 'peerGroups' | 'changePeerGroups' | 'peerGroupChanges' | 'peerGroupChangeCount'> {
  return {
    peerGroups: async () =>
      (
        await rows<PeerGroupChange>(`select ${PEER_GROUP_CHANGE} from peer_group_change order by seq desc limit 1`)
      )[0] ?? null,
    changePeerGroups: async ({ changedAt, changedBy, reason, groups }) => {
      const [change] = await rows<PeerGroupChange>(
        `insert into peer_group_change (changed_at, changed_by, reason, groups)
        values ($1, $2, $3, $4) returning ${PEER_GROUP_CHANGE}`,
        [changedAt, changedBy, reason, JSON.stringify(groups)],
      );
      if (change === undefined) throw new Error('Peer groups that were written are not there.');
      return change;
    },
    peerGroupChanges: ({ first, after }) =>
      rows<PeerGroupChange>(
        `select ${PEER_GROUP_CHANGE} from peer_group_change
        where $1::bigint is null or seq < $1 order by seq desc limit $2`,
        [after, first],
      ),
    peerGroupChangeCount: () => countFrom(rows, 'select count(*)::int as n from peer_group_change'),
  };
}
