import { KNOWN } from '../../schema/codelists/index.js';
import { ROOT, dimensionOf, dimensions } from '../../schema/catalogue/index.js';
import type { Measure } from '../../schema/catalogue/index.js';
import { product } from '../lib/index.js';
import { cellOf } from '../table/index.js';
import type { Cell, CellNode, GeographyNode } from '../table/index.js';

import { leafSetOf, minimalCover } from './cover.js';
import type { Lattice } from './lattice.js';
import { placesOver } from './places-over.js';

/** A set of encounters as the leaves it keeps on every axis. A dimension not named keeps all of its leaves. */
export interface Restriction {
  readonly agencies: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  readonly leaves: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The canonical nodes that cover a restriction on every axis; their product is its cells. */
export interface Cover {
  readonly geographies: readonly GeographyNode[];
  readonly times: readonly string[];
  readonly nodes: readonly (readonly CellNode[])[];
}

/** The same encounters, of which only those in or below these nodes of the dimension. */
export function narrowed(base: Restriction, dimension: string, nodes: readonly string[]): Restriction {
  const wanted = leafSetOf(dimensionOf(dimension).tree, { within: nodes });
  const kept = base.leaves.get(dimension);
  return { ...base, leaves: new Map(base.leaves).set(dimension, kept === undefined ? wanted : common(kept, wanted)) };
}

/** Of the same encounters, those a measure is computed among. */
export function denominatorOf(base: Restriction, measure: Measure): Restriction {
  return narrowed(base, measure.dimension, measure.kind === 'RATE' ? measure.denominator : [KNOWN]);
}

export function coverOf(restriction: Restriction, lattice: Lattice): Cover {
  return {
    geographies: placesOver(restriction.agencies, lattice),
    times: minimalCover(lattice.time, restriction.months, lattice.isCanonicalTime),
    nodes: nodeCovers(restriction),
  };
}

/** For each dimension really restricted, the nodes that cover what is kept of it. */
export function nodeCovers(restriction: Restriction): Cover['nodes'] {
  return restrictedDimensions(restriction).map((dimension) => {
    const kept = restriction.leaves.get(dimension) ?? new Set<string>();
    const cover = minimalCover(dimensionOf(dimension).tree, kept, (node) => node !== ROOT);
    return cover.map((node) => ({ dimension, node }));
  });
}

/** Number of cells of a cover, found without making them. */
export function sizeOf({ geographies, times, nodes }: Cover): number {
  return nodes.reduce((size, list) => size * list.length, geographies.length * times.length);
}

/** The canonical cells that together are exactly the encounters covered; none when no encounter can be among them. */
export function cellsOf({ geographies, times, nodes }: Cover): readonly Cell[] {
  const ways = product(nodes);
  return geographies.flatMap((geography) =>
    times.flatMap((time) => ways.map((way) => cellOf({ geography, time, nodes: way }))),
  );
}

/** Dimensions the restriction really restricts: one that keeps every leaf is at its root. */
export function restrictedDimensions(restriction: Restriction): readonly string[] {
  return dimensions
    .filter(({ code, tree }) => (restriction.leaves.get(code)?.size ?? tree.leaves.length) < tree.leaves.length)
    .map(({ code }) => code);
}

export function common(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].filter((leaf) => other.has(leaf)));
}
