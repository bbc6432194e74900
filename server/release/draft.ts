import type { ReleaseChange, ReleaseKind, ReleaseMonth, ReleaseWait } from '../../schema/records/index.js';
import type { AgencyPlace, PeerMembers } from '../table/index.js';

import { blockNameOf, isNewMonth, pastBlocks } from './blocks.js';
import type { Block, ReleaseBase } from './blocks.js';
import { movesAllowed } from './moves.js';

/** Most revisions of a block; then it is sealed. Source: disclosure policy, section 2.12. */
const REVISIONS_MAX = 2;

/** What a draft is made from. */
export interface DraftBasis {
  readonly kind: ReleaseKind;
  /** The release in force; null for the first. */
  readonly base: ReleaseBase | null;
  /** The latest accepted submission of every agency and month up to the draft's last. */
  readonly accepted: readonly ReleaseMonth[];
  /** Names of the blocks whose accepted rows differ from the released ones. */
  readonly changedBlocks: ReadonlySet<string>;
  readonly places: readonly AgencyPlace[];
  /** The peer groups it freezes; none when absent. */
  readonly peerGroups?: readonly PeerMembers[];
}

/** The rows a release would have, and what that changes. */
export interface Drafted {
  readonly months: readonly ReleaseMonth[];
  readonly changes: readonly ReleaseChange[];
}

/**
 * Months closed since the last release are added. Older ones change at a revision only, a whole block at a time.
 *
 * Source: disclosure policy, section 2.12 and invariant I7.
 */
export function draftMonths(basis: DraftBasis): Drafted {
  const { base, accepted, places, peerGroups = [] } = basis;
  const blocks = pastBlocks(base, accepted);
  const movable = movesAllowed(blocks, places, peerGroups);
  const decided = blocks.map((block) => decide(block, { ...basis, movable }));
  const kept = decided.flatMap(({ months }) => months);

  const epochs = new Map(kept.map((month) => [blockNameOf(month), month.epoch]));
  const added = accepted
    .filter((month) => isNewMonth(month, base))
    .map((month) => ({ ...month, epoch: epochs.get(blockNameOf(month)) ?? 0 }));
  return {
    months: [...kept, ...added],
    changes: [...decided.flatMap(({ changes }) => changes), ...changesOf('ADDED', added)],
  };
}

function decide(
  block: Block,
  { kind, changedBlocks, movable }: DraftBasis & { readonly movable: ReadonlySet<string> },
): Drafted {
  const { name, released, accepted } = block;
  const isMove = released.length === 0 || accepted.length === 0;

  if (isMove && !movable.has(name)) return waiting(block, 'ANOTHER_AGENCY');
  if (isMove) return kind === 'REVISION' ? moved(block) : waiting(block, 'REVISION');
  if (!changedBlocks.has(name)) return { months: released, changes: [] };
  if (released.some(isSealed)) return { months: released, changes: changesOf('SEALED', accepted) };
  return kind === 'REVISION' ? revised(block) : waiting(block, 'REVISION');
}

function waiting({ released, accepted }: Block, waitsFor: ReleaseWait): Drafted {
  const changes = changesOf('WAITS', accepted.length === 0 ? released : accepted);
  return { months: released, changes: changes.map((change) => ({ ...change, waitsFor })) };
}

function moved({ released, accepted }: Block): Drafted {
  return {
    months: accepted,
    changes: accepted.length === 0 ? changesOf('LEFT', released) : changesOf('ENTERED', accepted),
  };
}

function revised({ released, accepted }: Block): Drafted {
  const epoch = epochOf(released) + 1;
  return { months: accepted.map((month) => ({ ...month, epoch })), changes: changesOf('REVISED', accepted) };
}

/** Whether a month is of a block that was revised as often as a block may be. */
export function isSealed({ epoch }: ReleaseMonth): boolean {
  return epoch >= REVISIONS_MAX;
}

function epochOf(released: readonly ReleaseMonth[]): number {
  return Math.max(0, ...released.map(({ epoch }) => epoch));
}

export function changesOf(change: ReleaseChange['change'], months: readonly ReleaseMonth[]): readonly ReleaseChange[] {
  const agencyIds = [...new Set(months.map(({ agencyId }) => agencyId))].toSorted();
  return agencyIds.map((agencyId) => {
    const own = months.filter((month) => month.agencyId === agencyId);
    return { change, agencyId, months: own.map(({ month }) => month).toSorted() };
  });
}
