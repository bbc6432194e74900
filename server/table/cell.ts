import type { GeographyNode } from './geography.js';

/**
 * A canonical cell: one node of the geography or one peer group, one closed time node, and a node of each dimension it restricts.
 *
 * A dimension not named is at its root. Equal sets of encounters have equal ids.
 */
export interface Cell {
  readonly id: string;
  readonly geography: GeographyNode;
  /** Month `2024-03`, quarter `2024-Q1`, year `2024` or years `2023-2025`. */
  readonly time: string;
  /** In catalogue order; never a root. */
  readonly nodes: readonly CellNode[];
}

export interface CellNode {
  readonly dimension: string;
  readonly node: string;
}

export function cellOf({ geography, time, nodes }: Omit<Cell, 'id'>): Cell {
  const parts = nodes.map(({ dimension, node }) => `${dimension}=${node}`);
  return { id: [`${geography.level}:${geography.id}`, time, ...parts].join('|'), geography, time, nodes };
}
