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

/**
 * The canonical places that are exactly these agencies: areas found from below, or the peer groups within them where
 * those are the whole of it and fewer. Written apart from the product's, too.
 *
 * @param groups the members of each peer group.
 */
export function canonicalPlaces(
  areas: Tree,
  groups: ReadonlyMap<string, readonly string[]>,
  agencies: ReadonlySet<string>,
): { readonly axis: 'AREA' | 'PEER_GROUP'; readonly nodes: readonly string[] } {
  const byArea = canonicalCover(areas, agencies);
  const within = [...groups].filter(([, members]) => members.every((id) => agencies.has(id)));
  const isWhole = within.reduce((sum, [, members]) => sum + members.length, 0) === agencies.size;
  return isWhole && within.length < byArea.length
    ? { axis: 'PEER_GROUP', nodes: within.map(([group]) => group) }
    : { axis: 'AREA', nodes: byArea };
}

/** Every way of taking one of each list. */
export function crossed<Item>(lists: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  const [first, ...others] = lists;
  if (first === undefined) return [[]];
  const rest = crossed(others);
  return first.flatMap((item) => rest.map((items) => [item, ...items]));
}
