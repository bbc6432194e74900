/** The root of every tree: the whole of what it classifies. */
export const ROOT = '*';

/** A rooted tree of categories. The root is `ROOT`; leaves partition whatever the tree classifies. */
export interface Tree {
  /** Children of a node, in declared order; empty for a leaf. */
  readonly childrenOf: (node: string) => readonly string[];
  /** The node above; null for the root. */
  readonly parentOf: (node: string) => string | null;
  /** Leaves at or below a node, in declared order. */
  readonly leavesOf: (node: string) => readonly string[];
  /** Whether the tree has this node; the root included. */
  readonly has: (node: string) => boolean;
  /** Every leaf, in declared order. */
  readonly leaves: readonly string[];
}

/** Build a tree from (node, parent) pairs; a top-level node's parent is `ROOT`. */
export function treeOf(links: readonly { readonly node: string; readonly parent: string }[]): Tree {
  const children = new Map<string, string[]>([[ROOT, []]]);
  for (const { node } of links) children.set(node, []);
  for (const { node, parent } of links) children.get(parent)?.push(node);

  const parents = new Map(links.map(({ node, parent }) => [node, parent]));
  const leaves = new Map<string, readonly string[]>();
  const collect = (node: string): readonly string[] => {
    const below = children.get(node) ?? [];
    const own = below.length === 0 ? [node] : below.flatMap(collect);
    leaves.set(node, own);
    return own;
  };
  collect(ROOT);

  return {
    childrenOf: (node) => children.get(node) ?? [],
    parentOf: (node) => parents.get(node) ?? null,
    leavesOf: (node) => leaves.get(node) ?? [],
    has: (node) => children.has(node),
    leaves: leaves.get(ROOT) ?? [],
  };
}
