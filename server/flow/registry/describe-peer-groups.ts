import type { PeerGroup, PeerGroupChange } from '../../../schema/records/index.js';

import type { House } from '../house.js';

/** A peer group of the register, and whether it can be asked for. */
export interface RegisteredPeerGroup {
  readonly group: PeerGroup;
  /** Since when it has had these members. */
  readonly since: Date;
  /** Whether the latest release has it with these members. */
  readonly isReleased: boolean;
}

/** More changes of the register than an operator makes in a life. */
const CHANGES_MAX = 10_000;

/** Every peer group registered now, in order of id. */
export async function describePeerGroups({ store }: House): Promise<readonly RegisteredPeerGroup[]> {
  const [changes, release] = await Promise.all([
    store.registry.peerGroupChanges({ first: CHANGES_MAX, after: null }),
    store.releases.latest(),
  ]);
  const released = release?.manifest.peerGroups ?? [];
  return (changes[0]?.groups ?? []).map((group) => ({
    group,
    since: sinceWhen(group, changes),
    isReleased: released.some((other) => isSame(group, other)),
  }));
}

/** @param changes newest first. */
function sinceWhen(group: PeerGroup, changes: readonly PeerGroupChange[]): Date {
  const before = changes.findIndex(({ groups }) => !groups.some((other) => isSame(group, other)));
  const first = changes.at(before === -1 ? -1 : before - 1);
  if (first === undefined) throw new Error('A peer group is registered that no change registered.');
  return first.changedAt;
}

function isSame(one: PeerGroup, other: PeerGroup): boolean {
  return one.id === other.id && one.agencyIds.join() === other.agencyIds.join();
}
