import { ROOT } from '../../schema/catalogue/index.js';
import type { Pool } from '../table/index.js';

import { timeNodesOf } from './lattice.js';
import type { Lattice } from './lattice.js';

const GRAINS = ['YEARS', 'YEAR', 'QUARTER', 'MONTH'] as const;

/** Every pool of a release: the areas above single agencies and the peer groups, in every closed time node. */
export function poolsOf(lattice: Lattice): readonly Pool[] {
  const { geography, peers, geographyNodeOf, peerGroupNodeOf, isCanonicalTime } = lattice;
  const inner = (node: string): readonly string[] => {
    const children = geography.childrenOf(node);
    return children.length === 0 ? [] : [node, ...children.flatMap(inner)];
  };
  const areas = [...inner(ROOT).map(geographyNodeOf), ...peers.childrenOf(ROOT).map(peerGroupNodeOf)];
  const times = GRAINS.flatMap((grain) => timeNodesOf(lattice, grain)).filter(isCanonicalTime);
  return areas.flatMap((area) => times.map((node) => ({ geography: area, time: node })));
}
