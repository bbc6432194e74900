import { ROOT } from '../../schema/catalogue/index.js';
import type { Tree } from '../../schema/catalogue/index.js';
import { latticeOf } from '../../server/plan/index.js';
import type { Lattice } from '../../server/plan/index.js';
import { YEAR_SPANS, grainOf } from '../../server/table/index.js';
import type { GeographyLevel, TimeGrain } from '../../server/table/index.js';

/** A node of place or of time, as the finest sets it is made of. */
export interface Node<Level> {
  readonly level: Level;
  readonly sets: readonly number[];
}

/** The places and times of a lattice. */
export interface Nodes {
  readonly places: readonly Node<GeographyLevel>[];
  readonly times: readonly Node<TimeGrain>[];
}

const STATES = ['S1', 'S2', 'S3'];
/** Agencies of the counties of every state. */
const COUNTIES = { one: 1, two: 2, three: 3 };

/** Eighteen agencies: in each of three states a county with one, with two and with three of them. */
const places = STATES.flatMap((state) =>
  Object.entries(COUNTIES).flatMap(([county, size]) =>
    Array.from({ length: size }, (_, index) => ({
      agencyId: `${state}-${county}-${index}`,
      county: `${state}/${county}`,
      state,
    })),
  ),
);

/** Two groups of six: in each state the agency alone in its county with one of a pair, and the other with one of three. */
const peerGroups = [
  {
    id: 'alone',
    agencyIds: places.filter(({ agencyId }) => /one-0|two-0/.test(agencyId)).map(({ agencyId }) => agencyId),
  },
  {
    id: 'beside',
    agencyIds: places.filter(({ agencyId }) => /two-1|three-0/.test(agencyId)).map(({ agencyId }) => agencyId),
  },
];

/** Three years, a whole span, with or without the nodes whose cost is asked. */
export function syntheticNodes({ hasSpans, hasGroups }: { hasSpans: boolean; hasGroups: boolean }): Nodes {
  const first = YEAR_SPANS.origin;
  const closed = { from: `${first}-01`, through: `${first + YEAR_SPANS.length - 1}-12` };
  const lattice = latticeOf(places, closed, {
    yearSpans: hasSpans ? YEAR_SPANS : undefined,
    peerGroups: hasGroups ? peerGroups : [],
  });
  return { places: placesOf(lattice), times: timesOf(lattice) };
}

function placesOf({ geography, peers, geographyNodeOf, peerGroupNodeOf }: Lattice): Nodes['places'] {
  const areas = nodesOf(geography).map(geographyNodeOf);
  const groups = peers.childrenOf(ROOT).map(peerGroupNodeOf);
  return [...areas, ...groups].map(({ level, agencyIds }) => ({
    level,
    sets: geography.leaves.map((agency) => Number(agencyIds.includes(agency))),
  }));
}

function timesOf({ time, isCanonicalTime }: Lattice): Nodes['times'] {
  return nodesOf(time)
    .filter(isCanonicalTime)
    .flatMap((node) => {
      const level = grainOf(node);
      const inside = new Set(time.leavesOf(node));
      return level === null ? [] : [{ level, sets: time.leaves.map((month) => Number(inside.has(month))) }];
    });
}

/** Every node of a tree that is a set of its own: one with a single child is the child. */
function nodesOf(tree: Tree): readonly string[] {
  const within = (node: string): readonly string[] => {
    const children = tree.childrenOf(node);
    return [...(children.length === 1 ? [] : [node]), ...children.flatMap(within)];
  };
  return within(ROOT);
}

/** Years one after the other with a window of `length` years beginning in each: what is not offered. */
export function rollingTimes(years: number, length: number): Nodes['times'] {
  const months = years * MONTHS;
  const span = (level: TimeGrain, from: number, size: number): Node<TimeGrain> => ({
    level,
    sets: Array.from({ length: months }, (_, month) => Number(month >= from && month < from + size)),
  });
  const every = (level: TimeGrain, size: number): Nodes['times'] =>
    Array.from({ length: months / size }, (_, index) => span(level, index * size, size));
  const windows = Array.from({ length: years - length + 1 }, (_, first) =>
    span('YEARS', first * MONTHS, length * MONTHS),
  );
  return [...(length > 1 ? windows : []), ...every('YEAR', MONTHS), ...every('QUARTER', 3), ...every('MONTH', 1)];
}

const MONTHS = 12;
