import { isDeepStrictEqual } from 'node:util';

import type { PeerGroup, ReleaseChange, ReleaseDraft, ReleaseManifest } from '../../schema/records/index.js';
import type { AgencyPlace } from '../table/index.js';

import { withoutSlivers } from './slivers.js';

const IDLE: ReadonlySet<ReleaseChange['change']> = new Set(['WAITS', 'SEALED']);

/**
 * Whether publishing a draft would publish the release in force once more: every change waits or is sealed, and the peer
 * groups stay as they are.
 */
export function changesNothing(
  { changes, months, peerGroups }: Pick<ReleaseDraft, 'changes' | 'months' | 'peerGroups'>,
  { inForce, places }: { inForce: Pick<ReleaseManifest, 'peerGroups'>; places: readonly AgencyPlace[] },
): boolean {
  const taking = new Set(months.map(({ agencyId }) => agencyId));
  const participants = places.filter(({ agencyId }) => taking.has(agencyId));
  const groups: readonly PeerGroup[] = withoutSlivers(peerGroups, participants);
  return changes.every(({ change }) => IDLE.has(change)) && isDeepStrictEqual(groups, inForce.peerGroups ?? []);
}
