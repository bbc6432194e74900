import { ROOT, dimensionOf } from '../../schema/catalogue/index.js';
import type { Tree } from '../../schema/catalogue/index.js';
import { cellOf } from '../table/index.js';
import type { Cell, CellNode, Family } from '../table/index.js';

/**
 * Every family the cells belong to, once: for each dimension of a cell, its siblings there and the cell above them.
 *
 * A node with one child is the same set as the child, so it is never a parent or a child here, as it is in no cover.
 * Source: disclosure policy, section 2.9.
 */
export function familiesOf(cells: readonly Cell[]): readonly Family[] {
  const families = new Map<string, Family>();
  for (const cell of cells) {
    for (const own of cell.nodes) {
      const parentNode = forkAbove(own);
      const parent = withNode(cell, own.dimension, parentNode);
      const name = `${own.dimension} ${parent.id}`;
      if (!families.has(name)) families.set(name, familyOf({ cell, own, parentNode, parent }));
    }
  }
  return [...families.values()];
}

function familyOf({
  cell,
  own: { dimension },
  parentNode,
  parent,
}: {
  cell: Cell;
  own: CellNode;
  parentNode: string;
  parent: Cell;
}): Family {
  const { tree } = dimensionOf(dimension);
  const children = tree.childrenOf(parentNode).map((child) => withNode(cell, dimension, belowChain(child, tree)));
  return { parent, children };
}

/** The nearest node above that has other children too. */
function forkAbove({ dimension, node }: CellNode): string {
  const { tree } = dimensionOf(dimension);
  const above = tree.parentOf(node) ?? ROOT;
  return above === ROOT || tree.childrenOf(above).length > 1 ? above : forkAbove({ dimension, node: above });
}

function belowChain(node: string, tree: Tree): string {
  const [only, ...others] = tree.childrenOf(node);
  return only !== undefined && others.length === 0 ? belowChain(only, tree) : node;
}

/** The cell with another node of one dimension; with the root, the cell without the dimension. */
function withNode({ geography, time, nodes }: Cell, dimension: string, node: string): Cell {
  const moved = nodes.flatMap((own) =>
    own.dimension !== dimension ? [own] : node === ROOT ? [] : [{ dimension, node }],
  );
  return cellOf({ geography, time, nodes: moved });
}
