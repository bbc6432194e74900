import type { PeerGroup, PeerGroupChange, TokenHolder } from '../../../schema/records/index.js';
import { mayKeepRegistry } from '../../access/index.js';
import { AskerError } from '../../lib/index.js';
import { withoutSlivers } from '../../release/index.js';

import type { House } from '../house.js';
import { ID, badField, mayNotKeepRegistry, refuseUnknownAgency } from './mistakes.js';
import { placesOf } from './places.js';

/** Fewest agencies of a peer group: as many as an open pool needs. Source: disclosure policy, section 2.6. */
const MEMBERS_MIN = 4;

/** Put other peer groups in place of all there were. The history stays, and releases follow at the yearly revision. */
export async function replacePeerGroups(
  { groups, reason }: Pick<PeerGroupChange, 'groups' | 'reason'>,
  asker: TokenHolder,
  { store, clock }: House,
): Promise<PeerGroupChange> {
  if (!mayKeepRegistry(asker)) throw mayNotKeepRegistry();
  if (reason.trim() === '') throw badField('reason', reason, 'some words');
  const ordered = groups
    .map((group) => ({ ...group, agencyIds: [...new Set(group.agencyIds)].toSorted() }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));

  const places = placesOf(await store.registry.agencies());
  const taken = new Set(['region', ...places.map(({ agencyId }) => agencyId)]);
  for (const group of ordered) checkGroup(group, taken);
  for (const { id } of ordered) taken.add(id);
  if (taken.size < places.length + 1 + ordered.length) throw twice('group id');
  const members = ordered.flatMap(({ agencyIds }) => agencyIds);
  if (new Set(members).size < members.length) throw twice('agency');
  for (const id of members) await refuseUnknownAgency(id, store);

  const safe = new Set(withoutSlivers(ordered, places).map(({ id }) => id));
  const exposing = ordered.find(({ id }) => !safe.has(id));
  if (exposing !== undefined) throw leavesFew(exposing.id);
  return store.registry.changePeerGroups({ groups: ordered, reason, changedAt: clock.now(), changedBy: asker.id });
}

function checkGroup({ id, label, basis, agencyIds }: PeerGroup, taken: ReadonlySet<string>): void {
  if (!ID.test(id)) throw badField('peer group id', id, 'small letters, digits and single hyphens');
  if (taken.has(id)) throw badField('peer group id', id, 'the id of no agency, and not region');
  if (label.trim() === '') throw badField('label', label, 'some words');
  if (basis.trim() === '') throw badField('basis', basis, 'some words');
  if (agencyIds.length < MEMBERS_MIN) throw tooFew(id);
}

function tooFew(id: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `The peer group ${id} has fewer than ${MEMBERS_MIN} agencies. Each of fewer could subtract its own and see the ` +
      'others. Add agencies, or leave the group out.',
  );
}

function twice(what: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `An ${what} is in the peer groups twice. Each agency is in one group at most, and each group has an id of its own. ` +
      'Name it once.',
  );
}

function leavesFew(id: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `With the peer group ${id}, one to three agencies could be told from the difference of groups, counties and states. ` +
      'At least four must be left whatever is subtracted. Leave agencies out of the group or add some, so that none of ' +
      'its counties or states is in it all but a few.',
  );
}
