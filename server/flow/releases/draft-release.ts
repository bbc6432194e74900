import type {
  PeerGroup,
  Release,
  ReleaseDraft,
  ReleaseKind,
  ReleaseMonth,
  TokenHolder,
} from '../../../schema/records/index.js';
import { mayRelease } from '../../access/index.js';
import { AskerError, newId } from '../../lib/index.js';
import { draftMonths, loneMover, pastBlocks, peerGroupsInForce } from '../../release/index.js';
import type { Block, Drafted } from '../../release/index.js';
import { grainOf } from '../../table/index.js';

import { LAG_DAYS, lastClosedMonth } from '../calendar.js';
import type { House } from '../house.js';
import { placesOf } from '../registry/places.js';
import { refuseIdleRevision } from './refuse-idle-revision.js';

/**
 * A release on paper: what publishing would publish, and what that changes. Nothing is published yet.
 *
 * An ORDINARY release adds the months closed since the last one. Rows accepted for older months wait for the REVISION,
 * which is refused when it would change nothing.
 */
export async function draftRelease(
  { throughMonth, kind }: { throughMonth: string; kind: ReleaseKind },
  asker: TokenHolder,
  house: House,
): Promise<ReleaseDraft> {
  if (!mayRelease(asker)) throw mayNotRelease();
  if (kind === 'ROTATION') throw rotatedElsewhere();
  const { store, clock } = house;
  const lastClosed = lastClosedMonth(clock.now());
  if (grainOf(throughMonth) !== 'MONTH' || throughMonth > lastClosed) throw notClosed(throughMonth, lastClosed);

  const latest = await store.releases.latest();
  if (latest !== null && throughMonth < latest.throughMonth) throw endsEarlier(throughMonth, latest);
  if (kind === 'REVISION') await refuseSecondRevision(house);

  const { drafted, peerGroups } = await draftedAfter(latest, { throughMonth, kind }, house);
  if (drafted.months.length === 0) throw nothingAccepted(throughMonth);

  const [id, createdAt, baseId] = [newId(), clock.now(), latest?.id ?? null];
  const draft = { id, kind, createdAt, createdBy: asker.id, throughMonth, baseId, peerGroups, ...drafted };
  await refuseIdleRevision(draft, house);
  await store.releases.keepDraft(draft);
  return draft;
}

/** What a release after the latest would have, and the months of the latest it builds on. */
export async function draftedAfter(
  latest: Release | null,
  { throughMonth, kind }: { throughMonth: string; kind: ReleaseKind },
  house: House,
): Promise<{
  readonly drafted: Drafted;
  readonly released: readonly ReleaseMonth[];
  readonly peerGroups: readonly PeerGroup[];
}> {
  const { store } = house;
  const released = latest === null ? [] : await store.releases.monthsOf(latest.id);
  const base = latest === null ? null : { throughMonth: latest.throughMonth, months: released };
  const accepted = await store.releases.acceptedMonths(throughMonth);
  const changedBlocks = await changedAmong(pastBlocks(base, accepted), house);
  const places = placesOf(await store.registry.agencies());
  const before = latest === null ? null : (latest.manifest.peerGroups ?? []);
  const registered = (await store.registry.peerGroups())?.groups ?? [];
  const peerGroups = peerGroupsInForce({ kind, released: before, registered });

  const drafted = draftMonths({ kind, base, accepted, changedBlocks, places, peerGroups });
  const panel = { peerGroups: before ?? [], months: released };
  const lone = loneMover(panel, { peerGroups, months: drafted.months });
  if (lone !== null && peerGroups !== before) throw oneAgencyMoves(lone);
  return { drafted, released, peerGroups };
}

/** Names of the blocks whose accepted rows are others than the released ones. */
async function changedAmong(blocks: readonly Block[], { store }: House): Promise<ReadonlySet<string>> {
  const comparable = blocks.filter(({ released, accepted }) => released.length > 0 && accepted.length > 0);
  const changed: string[] = [];
  for (const block of comparable) if (await store.releases.rowsDiffer(block)) changed.push(block.name);
  return new Set(changed);
}

export async function refuseSecondRevision({ store, clock }: House): Promise<void> {
  const year = clock.now().getUTCFullYear();
  const releases = await store.releases.list({ first: RELEASES_MAX, after: null });
  const earlier = releases.find(
    ({ manifest, publishedAt }) => manifest.kind !== 'ORDINARY' && publishedAt.getUTCFullYear() === year,
  );
  if (earlier !== undefined) throw revisedAlready(earlier.id, year);
}

/** More releases than a year can have. */
const RELEASES_MAX = 100;

export function mayNotRelease(): AskerError {
  return new AskerError(
    'FORBIDDEN',
    'This token may not publish a release. Only an operator may. Ask the operator of the region.',
  );
}

function rotatedElsewhere(): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    'A rotation cannot be drafted here. It needs the new secrets, which never travel. On the machine of the house run: ' +
      'npm run rotate-secrets -- --to new-secrets.json',
  );
}

function notClosed(throughMonth: string, lastClosed: string): AskerError {
  return new AskerError(
    'BAD_PERIOD',
    `${throughMonth} is not a closed month. A month closes ${LAG_DAYS} days after its end; the latest closed one is ` +
      `${lastClosed}. Release through that month or an earlier one.`,
  );
}

function endsEarlier(throughMonth: string, latest: { id: string; throughMonth: string }): AskerError {
  return new AskerError(
    'BAD_PERIOD',
    `${throughMonth} comes before ${latest.throughMonth}, where release ${latest.id} ends. A release keeps every month ` +
      `of the one before. Release through ${latest.throughMonth} or a later month.`,
  );
}

function nothingAccepted(throughMonth: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `No accepted submission has a month up to ${throughMonth}. A release publishes accepted submissions only. ` +
      'Accept one first.',
  );
}

function oneAgencyMoves(agencyId: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `${agencyId} would be the only agency that a peer group has more or less than in the release before, so that the ` +
      'difference of the two were its own. At least two enter or leave a group together. Register the groups of before, ' +
      'or change the group by another agency too.',
  );
}

function revisedAlready(id: string, year: number): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `Release ${id} was the revision of ${year}. There is one a year, because each lets every count of a revised block be ` +
      `seen once more. Draft an ORDINARY release, or wait for ${year + 1}.`,
  );
}
