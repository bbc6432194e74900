import { ROOT, treeOf } from '../../schema/catalogue/index.js';
import type { Tree } from '../../schema/catalogue/index.js';
import { TIME_AXES, grainOf, monthsOf, quarterOf, rangeOf, yearOf, yearsOf } from '../table/index.js';
import type {
  AgencyPlace,
  GeographyLevel,
  GeographyNode,
  MonthRange,
  PeerMembers,
  TimeGrain,
  YearSpans,
} from '../table/index.js';

/** The geography and the closed periods of one release: with the catalogue, every cell that can be asked for. */
export interface Lattice {
  readonly geography: Tree;
  /** Peer groups over some of the same agencies: the root, the groups, their members. The root is no area. */
  readonly peers: Tree;
  readonly time: Tree;
  /** Closed months, in order. */
  readonly months: readonly string[];
  readonly geographyNodeOf: (node: string) => GeographyNode;
  readonly peerGroupNodeOf: (group: string) => GeographyNode;
  /** The peer group of an agency; null where it is in none. */
  readonly peerGroupOf: (agencyId: string) => string | null;
  /** The years `2023-2025` that a year is one of, when all of them are closed; else null. */
  readonly yearsAround: (year: string) => string | null;
  /** A time node is canonical when every month it spans is closed; all time together never is. */
  readonly isCanonicalTime: (node: string) => boolean;
}

/** What a release has beyond areas and years. Neither, in a release from before there was either. */
export interface LatticeExtras {
  readonly yearSpans?: YearSpans | undefined;
  readonly peerGroups?: readonly PeerMembers[] | undefined;
}

export function latticeOf(
  agencies: readonly AgencyPlace[],
  closed: MonthRange,
  { yearSpans, peerGroups = [] }: LatticeExtras = {},
): Lattice {
  const months = monthsOf(closed);
  const isClosed = new Set(months);
  const isCanonicalTime = (node: string): boolean =>
    grainOf(node) !== null && monthsOf(rangeOf(node)).every((month) => isClosed.has(month));
  const geography = geographyTree(agencies);
  const peers = peerTree(peerGroups, geography);
  const time = timeTree(months, yearSpans);

  return {
    geography,
    peers,
    time,
    months,
    geographyNodeOf: (node) => ({
      level: levelOf(node, geography),
      id: node === ROOT ? 'region' : node,
      agencyIds: geography.leavesOf(node),
    }),
    peerGroupNodeOf: (group) => ({ level: 'PEER_GROUP', id: group, agencyIds: peers.leavesOf(group) }),
    peerGroupOf: (agencyId) => peers.parentOf(agencyId),
    yearsAround: (year) => {
      const years = time.parentOf(year);
      return years !== null && isCanonicalTime(years) ? years : null;
    },
    isCanonicalTime,
  };
}

/** The time axes a release has periods of, the finest first. */
export function timeAxesOf(lattice: Pick<Lattice, 'time'>): readonly TimeGrain[] {
  return TIME_AXES.filter((axis) => timeNodesOf(lattice, axis).length > 0);
}

/** Time nodes of one grain, in order. */
export function timeNodesOf({ time }: Pick<Lattice, 'time'>, grain: TimeGrain): readonly string[] {
  const within = (node: string): readonly string[] =>
    grainOf(node) === grain ? [node] : time.childrenOf(node).flatMap(within);
  return within(ROOT);
}

function geographyTree(agencies: readonly AgencyPlace[]): Tree {
  const sorted = agencies.toSorted((one, other) => (one.agencyId < other.agencyId ? -1 : 1));
  const states = unique(sorted.map(({ state }) => state)).map((state) => ({ node: state, parent: ROOT }));
  const counties = new Map(sorted.map(({ county, state }) => [county, { node: county, parent: state }]));
  const leaves = sorted.map(({ agencyId, county }) => ({ node: agencyId, parent: county }));
  return treeOf([...states, ...counties.values(), ...leaves]);
}

/** A group of agencies none of which is in the release has no node. */
function peerTree(groups: readonly PeerMembers[], geography: Tree): Tree {
  const present = groups
    .map(({ id, agencyIds }) => ({ id, agencyIds: agencyIds.filter(geography.has).toSorted() }))
    .filter(({ agencyIds }) => agencyIds.length > 0)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const nodes = present.map(({ id }) => ({ node: id, parent: ROOT }));
  const members = present.flatMap(({ id, agencyIds }) => agencyIds.map((node) => ({ node, parent: id })));
  return treeOf([...nodes, ...members]);
}

function timeTree(months: readonly string[], spans: YearSpans | undefined): Tree {
  const years = unique(months.map(yearOf));
  const above = (year: string): string => (spans === undefined ? ROOT : yearsOf(year, spans));
  const together = unique(years.map(above)).flatMap((node) => (node === ROOT ? [] : [{ node, parent: ROOT }]));
  const single = years.map((year) => ({ node: year, parent: above(year) }));
  const quarters = unique(months.map(quarterOf)).map((quarter) => ({ node: quarter, parent: yearOf(quarter) }));
  const leaves = months.map((month) => ({ node: month, parent: quarterOf(month) }));
  return treeOf([...together, ...single, ...quarters, ...leaves]);
}

function levelOf(node: string, geography: Tree): GeographyLevel {
  if (node === ROOT) return 'REGION';
  if (geography.childrenOf(node).length === 0) return 'AGENCY';
  return geography.childrenOf(ROOT).includes(node) ? 'STATE' : 'COUNTY';
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted();
}
