import { POOL_MIN } from '../table/index.js';
import type { AgencyPlace, PeerMembers } from '../table/index.js';

import type { Block } from './blocks.js';

/** Blocks that must enter or leave a pool together, so that none of them is what changed it. */
const MOVERS_MIN = 2;

/**
 * Names of the blocks that may enter or leave the pools of past periods.
 *
 * Where a single one would, the pool keeps its panel and the block waits; which may leave another alone, and so on until
 * nothing changes. Source: disclosure policy, section 2.12.
 */
export function movesAllowed(
  blocks: readonly Block[],
  places: readonly AgencyPlace[],
  peerGroups: readonly PeerMembers[],
): ReadonlySet<string> {
  const poolsOf = poolNames(places, peerGroups);
  let movers = blocks.filter(({ released, accepted }) => released.length === 0 || accepted.length === 0);

  for (;;) {
    const exposed = exposedPools({ blocks, movers, poolsOf });
    const left = movers.filter((block) => poolsOf(block).every((pool) => !exposed.has(pool)));
    if (left.length === movers.length) return new Set(movers.map(({ name }) => name));
    movers = left;
  }
}

/** Pools that are shown before and after, and that fewer than two blocks would change: one not shown tells nothing. */
function exposedPools({
  blocks,
  movers,
  poolsOf,
}: {
  blocks: readonly Block[];
  movers: readonly Block[];
  poolsOf: (block: Block) => readonly string[];
}): ReadonlySet<string> {
  const count = (chosen: readonly Block[]): ReadonlyMap<string, number> => {
    const sizes = new Map<string, number>();
    for (const pool of chosen.flatMap(poolsOf)) sizes.set(pool, (sizes.get(pool) ?? 0) + 1);
    return sizes;
  };
  const before = count(blocks.filter(({ released }) => released.length > 0));
  const moving = count(movers);
  const together = count([...new Set([...blocks.filter(({ released }) => released.length > 0), ...movers])]);

  const isExposed = (pool: string): boolean =>
    (before.get(pool) ?? 0) > 0 && (together.get(pool) ?? 0) >= POOL_MIN && (moving.get(pool) ?? 0) < MOVERS_MIN;
  return new Set([...moving.keys()].filter(isExposed));
}

/** The pools a block is part of: its county, its state, the region and its peer group, in its year. */
function poolNames(
  places: readonly AgencyPlace[],
  peerGroups: readonly PeerMembers[],
): (block: Block) => readonly string[] {
  const placeOf = new Map(places.map((place) => [place.agencyId, place]));
  return ({ agencyId, year }) => {
    const place = placeOf.get(agencyId);
    const areas = place === undefined ? [] : [place.county, place.state];
    const groups = peerGroups.filter(({ agencyIds }) => agencyIds.includes(agencyId)).map(({ id }) => `peers ${id}`);
    return ['region', ...areas, ...groups].map((area) => `${area} ${year}`);
  };
}
