import { dimensionOf } from '../../../schema/catalogue/index.js';

import { cellName, leavesOf, subsetsOf } from '../world/crawl.js';
import type { Nodes } from '../world/crawl.js';

import { crossed } from './canonical-cover.js';

/** Column -> coefficient. */
export type Terms = ReadonlyMap<number, number>;

/** A linear base of every table up to an order: the cells that name no first leaf. */
export interface Corners {
  readonly size: number;
  /** A cell, leaf or heading, as a combination of corners. */
  readonly termsOf: (nodes: Nodes) => Terms;
}

export function cornersOf(dimensions: readonly string[], orderMax: number): Corners {
  const corners = subsetsOf(dimensions, orderMax).flatMap((subset) =>
    crossed(
      subset.map((code) =>
        leavesOf(code)
          .slice(1)
          .map((leaf) => ({ [code]: leaf })),
      ),
    ),
  );
  const columns = new Map(corners.map((parts, column) => [cellName(Object.assign({}, ...parts) as Nodes), column]));

  return {
    size: columns.size,
    termsOf: (nodes) => {
      const terms = new Map<number, number>();
      for (const parts of crossed(Object.entries(nodes).map(([code, node]) => expanded(code, node)))) {
        const column = columns.get(cellName(Object.assign({}, ...parts.map(({ part }) => part)) as Nodes)) ?? -1;
        const sign = parts.reduce((product, part) => product * part.sign, 1);
        terms.set(column, (terms.get(column) ?? 0) + sign);
      }
      return new Map([...terms].filter(([, sign]) => sign !== 0));
    },
  };
}

interface Signed {
  readonly part: Nodes;
  readonly sign: number;
}

/** One node of one dimension: its leaves, the first leaf being the whole less all the others. */
function expanded(code: string, node: string): readonly Signed[] {
  const [first, ...others] = leavesOf(code);
  const kept = new Set(dimensionOf(code).tree.leavesOf(node));
  if (first === undefined || !kept.has(first)) {
    return [...kept].map((leaf) => ({ part: { [code]: leaf }, sign: 1 }));
  }
  const missing = others.filter((leaf) => !kept.has(leaf));
  return [{ part: {}, sign: 1 }, ...missing.map((leaf) => ({ part: { [code]: leaf }, sign: -1 }))];
}
