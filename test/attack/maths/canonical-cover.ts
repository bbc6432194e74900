import { ROOT } from '../../../schema/catalogue/index.js';
import type { Tree } from '../../../schema/catalogue/index.js';

/**
 * The canonical nodes that are exactly these leaves, found from below: replace a full set of siblings by their parent
 * until none is left. Written apart from the product's cover, so that the two can disagree.
 */
export function canonicalCover(tree: Tree, leaves: ReadonlySet<string>): readonly string[] {
  const cover = new Set(leaves);
  for (;;) {
    const parents = new Set([...cover].map((node) => tree.parentOf(node) ?? ROOT));
    const full = [...parents].find(
      (parent) => parent !== ROOT && tree.childrenOf(parent).every((child) => cover.has(child)),
    );
    if (full === undefined) return [...cover];
    for (const child of tree.childrenOf(full)) cover.delete(child);
    cover.add(full);
  }
}

/** Every way of taking one of each list. */
export function crossed<Item>(lists: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  const [first, ...others] = lists;
  if (first === undefined) return [[]];
  const rest = crossed(others);
  return first.flatMap((item) => rest.map((items) => [item, ...items]));
}
