import type { Tree } from '../../schema/catalogue/index.js';
import { ROOT } from '../../schema/catalogue/index.js';

/** The leaves a filter keeps: those in or below `within` (all when absent) and not in or below `without`. */
export function leafSetOf(
  tree: Tree,
  { within, without }: { within?: readonly string[] | undefined; without?: readonly string[] | undefined },
): ReadonlySet<string> {
  const kept = new Set((within ?? [ROOT]).flatMap((node) => tree.leavesOf(node)));
  for (const node of without ?? []) for (const leaf of tree.leavesOf(node)) kept.delete(leaf);
  return kept;
}

/**
 * The fewest canonical nodes that together are exactly these leaves.
 *
 * Equal leaf sets have equal covers, so they have equal answers however they were asked. A node with one child is
 * the same set as the child and gives way to it: a county with one agency is that agency.
 *
 * Source: disclosure policy, section 2.2.
 */
export function minimalCover(
  tree: Tree,
  leaves: ReadonlySet<string>,
  isCanonical: (node: string) => boolean,
): readonly string[] {
  const coverBelow = (node: string): readonly string[] => {
    const below = tree.leavesOf(node);
    const children = tree.childrenOf(node);
    if (!below.some((leaf) => leaves.has(leaf))) return [];

    const isWhole = below.every((leaf) => leaves.has(leaf));
    return isWhole && children.length !== 1 && isCanonical(node) ? [node] : children.flatMap(coverBelow);
  };
  return coverBelow(ROOT);
}
