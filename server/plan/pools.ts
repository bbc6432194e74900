import { ROOT } from '../../schema/catalogue/index.js';
import type { Pool } from '../table/index.js';

import type { Lattice } from './lattice.js';

/** Every pool of a release: the areas above single agencies, in every closed time node. */
export function poolsOf({ geography, time, geographyNodeOf, isCanonicalTime }: Lattice): readonly Pool[] {
  const inner = (node: string): readonly string[] => {
    const children = geography.childrenOf(node);
    return children.length === 0 ? [] : [node, ...children.flatMap(inner)];
  };
  const areas = inner(ROOT).map(geographyNodeOf);
  const years = time.childrenOf(ROOT);
  const quarters = years.flatMap(time.childrenOf);
  const times = [...years, ...quarters, ...time.leaves].filter(isCanonicalTime);
  return areas.flatMap((area) => times.map((node) => ({ geography: area, time: node })));
}
