import { describe, expect, it } from '@jest/globals';

import { treeOf } from '../../../../schema/catalogue/index.js';
import { leafSetOf, minimalCover } from '../../../../server/plan/index.js';
import { vector } from '../../../support/vectors/vector.js';

interface VectorTree {
  readonly children: Readonly<Record<string, readonly string[]>>;
  readonly not_canonical?: readonly string[];
}

interface VectorCase {
  readonly name: string;
  readonly tree: string;
  readonly filter: { readonly in?: readonly string[]; readonly notIn?: readonly string[] } | null;
  readonly leaf_set: readonly string[];
  readonly cover: readonly string[];
}

const vectors = vector<{
  readonly trees: Readonly<Record<string, VectorTree>>;
  readonly cases: readonly VectorCase[];
}>('sdc04_canonicalisation');

describe('canonical cover of a filter', () => {
  it.each(vectors.cases)('$name', ({ tree: treeName, filter, leaf_set, cover }) => {
    const vectorTree = vectors.trees[treeName];
    if (vectorTree === undefined) throw new Error(`The vector names a tree that is not there: ${treeName}.`);
    const tree = treeOf(linksBelow(vectorTree, '*'));
    const leaves = leafSetOf(tree, { within: filter?.in, without: filter?.notIn });
    const isCanonical = (node: string): boolean => !(vectorTree.not_canonical ?? []).includes(node);

    expect([...leaves].toSorted()).toEqual(leaf_set);
    expect([...minimalCover(tree, leaves, isCanonical)].toSorted()).toEqual(cover);
  });
});

function linksBelow({ children }: VectorTree, parent: string): { node: string; parent: string }[] {
  return (children[parent] ?? []).flatMap((node) => [{ node, parent }, ...linksBelow({ children }, node)]);
}
