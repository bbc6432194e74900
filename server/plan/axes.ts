import { dimensionOf } from '../../schema/catalogue/index.js';
import { GEOGRAPHY_AXES, isTimeAxis } from '../table/index.js';
import type { Axis, TimeGrain } from '../table/index.js';

import { leafSetOf } from './cover.js';
import { timeNodesOf } from './lattice.js';
import type { Lattice } from './lattice.js';
import { common } from './restriction.js';
import type { Restriction } from './restriction.js';

/** One category of an axis: its name, and the encounters it keeps. */
interface Category {
  readonly node: string;
  readonly restrict: (base: Restriction) => Restriction;
}

/** The categories of an axis that the question leaves something of, from registry and catalogue, never from data. */
export function categoriesOf(axis: Axis, base: Restriction, lattice: Lattice): readonly Category[] {
  if (isGeographyAxis(axis)) return geographyCategories(axis, base, lattice);
  if (isTimeAxis(axis)) return timeCategories(axis, base, lattice);
  return dimensionCategories(axis, base);
}

export function isGeographyAxis(axis: Axis): boolean {
  return (GEOGRAPHY_AXES as readonly string[]).includes(axis);
}

/** Tabulation dimensions among the axes: those that count towards the order of a table. */
export function dimensionAxes(axes: readonly Axis[]): readonly Axis[] {
  return axes.filter((axis) => !isGeographyAxis(axis) && !isTimeAxis(axis));
}

function dimensionCategories(axis: Axis, base: Restriction): readonly Category[] {
  const kept = base.leaves.get(axis);
  return dimensionOf(axis)
    .tree.leaves.filter((leaf) => kept?.has(leaf) ?? true)
    .map((leaf) => ({
      node: leaf,
      restrict: (row) => ({ ...row, leaves: new Map(row.leaves).set(axis, new Set([leaf])) }),
    }));
}

function geographyCategories(axis: Axis, base: Restriction, { geography, peers }: Lattice): readonly Category[] {
  const states = geography.childrenOf('*');
  const counties = states.flatMap(geography.childrenOf);
  const groups = peers.childrenOf('*');
  const nodes = { STATE: states, COUNTY: counties, AGENCY: geography.leaves, PEER_GROUP: groups }[axis] ?? [];
  const tree = axis === 'PEER_GROUP' ? peers : geography;

  return nodes
    .map((node) => ({ node, agencies: common(base.agencies, leafSetOf(tree, { within: [node] })) }))
    .filter(({ agencies }) => agencies.size > 0)
    .map(({ node, agencies }) => ({ node, restrict: (row) => ({ ...row, agencies: common(row.agencies, agencies) }) }));
}

function timeCategories(axis: Axis, base: Restriction, lattice: Lattice): readonly Category[] {
  return timeNodesOf(lattice, axis as TimeGrain)
    .map((node) => ({ node, months: common(base.months, leafSetOf(lattice.time, { within: [node] })) }))
    .filter(({ months }) => months.size > 0)
    .map(({ node, months }) => ({ node, restrict: (row) => ({ ...row, months: common(row.months, months) }) }));
}
