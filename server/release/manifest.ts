import { createHash } from 'node:crypto';

import { dimensions } from '../../schema/catalogue/index.js';
import type {
  BlockFacts,
  PeerGroup,
  Release,
  ReleaseBlock,
  ReleaseManifest,
  ReleaseMonth,
  ReleaseParticipant,
} from '../../schema/records/index.js';
import { YEAR_SPANS, yearOf } from '../table/index.js';
import type { AgencyPlace } from '../table/index.js';

import { blockName, blockNameOf } from './blocks.js';
import { withoutSlivers } from './slivers.js';

/** What a manifest is made from, besides the rules in force. */
export interface ManifestBasis {
  readonly previous: Pick<Release, 'manifest'> | null;
  readonly months: readonly ReleaseMonth[];
  readonly facts: readonly BlockFacts[];
  readonly places: readonly AgencyPlace[];
  /** Those of the draft. One that would leave too few agencies beside it among those that take part is not published. */
  readonly peerGroups: readonly PeerGroup[];
}

type Made = Pick<
  ReleaseManifest,
  'releaseId' | 'kind' | 'cutoff' | 'throughMonth' | 'ledgerHead' | 'policyId' | 'perturbationTableSha256' | 'keyIds'
>;

/** What a release was made with. Holds no count. */
export function manifestOf(
  { previous, months, facts, places, peerGroups }: ManifestBasis,
  made: Made,
): ReleaseManifest {
  const participants = participantsOf(months, { facts, places });
  const groups = withoutSlivers(peerGroups, participants);
  return {
    ...made,
    fromMonth: months.reduce((first, { month }) => (month < first ? month : first), made.throughMonth),
    previousSha256: previous === null ? null : sha256(JSON.stringify(previous.manifest)),
    latticeVersion: latticeVersion(groups),
    participants,
    blocks: blocksOf(months, facts),
    yearSpans: YEAR_SPANS,
    peerGroups: groups,
  };
}

/** Names the set of cells that can be asked for: it changes when a dimension, the spans of years or a peer group does. */
function latticeVersion(peerGroups: readonly PeerGroup[]): string {
  const trees = dimensions.map(({ code, nodes }) => [code, nodes.map((node) => [node.code, node.parent])]);
  const members = peerGroups.map(({ id, agencyIds }) => [id, agencyIds]);
  return sha256(JSON.stringify([trees, YEAR_SPANS, members])).slice(0, 16);
}

function participantsOf(
  months: readonly ReleaseMonth[],
  { facts, places }: { facts: readonly BlockFacts[]; places: readonly AgencyPlace[] },
): readonly ReleaseParticipant[] {
  const taking = new Set(months.map(({ agencyId }) => agencyId));
  const present = places.filter(({ agencyId }) => taking.has(agencyId));
  return present.map((place) => {
    const own = months.filter(({ agencyId }) => agencyId === place.agencyId);
    const silent = dimensions.filter(({ code }) => own.every(({ notCollected }) => notCollected.includes(code)));
    return {
      ...place,
      months: own.map(({ month }) => month).toSorted(),
      notCollected: silent.map(({ code }) => code),
      hasPersonTokens: facts.some(({ agencyId, hasPersonTokens }) => agencyId === place.agencyId && hasPersonTokens),
    };
  });
}

function blocksOf(months: readonly ReleaseMonth[], facts: readonly BlockFacts[]): readonly ReleaseBlock[] {
  const epochs = new Map(months.map((month) => [blockNameOf(month), { ...month, year: yearOf(month.month) }]));
  const commitments = new Map(facts.map((block) => [blockName(block), block.commitment]));
  return [...epochs.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { agencyId, year, epoch }]) => ({ agencyId, year, epoch, commitment: commitments.get(name) ?? '' }));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
