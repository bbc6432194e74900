import { ROOT } from '../../schema/catalogue/index.js';
import type { GeographyNode } from '../table/index.js';

import { minimalCover } from './cover.js';
import type { Lattice } from './lattice.js';

/**
 * The fewest canonical places that together are exactly these agencies: areas, or whole peer groups where those are fewer.
 *
 * A function of the set alone, so a peer group and the list of its members have the same cells and the same answer. No
 * set mixes areas with groups, and of as many of either it is the areas. Source: docs/decisions/peer-groups.md.
 */
export function placesOver(agencies: ReadonlySet<string>, lattice: Lattice): readonly GeographyNode[] {
  const areas = minimalCover(lattice.geography, agencies, () => true);
  const groups = wholeGroups(agencies, lattice);
  return groups !== null && groups.length < areas.length
    ? groups.map(lattice.peerGroupNodeOf)
    : areas.map(lattice.geographyNodeOf);
}

/** The peer groups that are together exactly these agencies; null where there are none. */
function wholeGroups(agencies: ReadonlySet<string>, { peers }: Lattice): readonly string[] | null {
  const groups = minimalCover(peers, agencies, (node) => node !== ROOT);
  const isWhole = groups.every((node) => peers.parentOf(node) === ROOT);
  const members = groups.flatMap(peers.leavesOf);
  return isWhole && members.length === agencies.size ? groups : null;
}
