import { ROOT } from '../../schema/catalogue/index.js';
import { cellOf } from '../table/index.js';
import type { Cell, Pool } from '../table/index.js';

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

/** One cell for every agency and closed month: what pools are judged by. */
export function agencyMonthCells({ geography, months, geographyNodeOf }: Lattice): readonly Cell[] {
  return geography.leaves
    .map(geographyNodeOf)
    .flatMap((agency) => months.map((time) => cellOf({ geography: agency, time, nodes: [] })));
}
