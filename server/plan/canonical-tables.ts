import { ROOT, dimensions, isDimension } from '../../schema/catalogue/index.js';
import type { Tree } from '../../schema/catalogue/index.js';
import { product } from '../lib/index.js';
import { grainOf } from '../table/index.js';
import type { GeographyNode, Lens, OutcomesQuestion } from '../table/index.js';

import { categoriesOf } from './axes.js';
import { baseRestriction } from './base-restriction.js';
import { isFiner } from './breaches.js';
import type { Lattice } from './lattice.js';
import { restrictedSets } from './order.js';
import { coverOf } from './restriction.js';

/** The lattice as one audience sees it. */
export interface LatticeSeen {
  readonly lattice: Lattice;
  readonly lens: Lens;
  /** Agencies whose single-agency cells the asker may see. */
  readonly visibleAgencies: ReadonlySet<string>;
}

/**
 * The canonical tables a question touches: one place, one time node and one set of dimensions each.
 *
 * A table counts as touched when one of its cells is asked. Axes a study adds to its question are not seen.
 */
export function tablesTouched(question: OutcomesQuestion, lattice: Lattice): ReadonlySet<string> {
  const base = baseRestriction(question, lattice);
  if ('kind' in base) return new Set();

  const sets = restrictedSets(question, base);
  const axes = question.by.filter((axis) => !isDimension(axis));
  const rows = product(axes.map((axis) => categoriesOf(axis, base, lattice)));
  const blocks = rows.flatMap((way) => {
    const { geographies, times } = coverOf(
      way.reduce((row, { restrict }) => restrict(row), base),
      lattice,
    );
    return geographies.flatMap(({ id }) => times.map((time) => `${id} ${time}`));
  });
  return new Set(blocks.flatMap((block) => sets.map((set) => `${block} ${[...set].toSorted().join(' ')}`)));
}

/** How many canonical tables a lens offers, the pool rule aside: each place with its time nodes, for each set of dimensions. */
export function tablesOffered({ lattice, lens, visibleAgencies }: LatticeSeen): number {
  const isSeen = ({ level, agencyIds }: GeographyNode): boolean =>
    (level !== 'AGENCY' && lens.name !== 'STATE') || agencyIds.every((id) => visibleAgencies.has(id));
  const times = forksAndLeaves(lattice.time).filter(lattice.isCanonicalTime);
  const blocks = placesOf(lattice)
    .filter(isSeen)
    .map(({ level }) => {
      const finest = lens.finestGrain[level];
      return finest === null ? 0 : times.filter((time) => !isFiner(grainOf(time), finest)).length;
    });
  return blocks.reduce((sum, count) => sum + count, 0) * dimensionSets(lens);
}

function placesOf({ geography, peers, geographyNodeOf, peerGroupNodeOf }: Lattice): readonly GeographyNode[] {
  const groups = peers.childrenOf(ROOT).filter((group) => peers.leavesOf(group).length > 1);
  return [...forksAndLeaves(geography).map(geographyNodeOf), ...groups.map(peerGroupNodeOf)];
}

/** Every node but those over one child: such a node is the child, and has no cells of its own. */
function forksAndLeaves(tree: Tree): readonly string[] {
  const below = (node: string): readonly string[] => [node, ...tree.childrenOf(node).flatMap(below)];
  return below(ROOT).filter((node) => tree.childrenOf(node).length !== 1);
}

/** Sets of dimensions a lens restricts at once: up to its order, and the pairs allowed beyond it. */
function dimensionSets({ orderMax, pairsAllowed }: Lens): number {
  const order = Math.min(orderMax, dimensions.length);
  let ways = 1;
  let sets = 1;
  for (let size = 1; size <= order; size += 1) {
    ways = (ways * (dimensions.length - size + 1)) / size;
    sets += ways;
  }
  return sets + (order < 2 ? pairsAllowed.length : 0);
}
