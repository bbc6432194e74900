import { ROOT, dimensionOf } from '../../schema/catalogue/index.js';
import type { Tree } from '../../schema/catalogue/index.js';
import { cellOf, grainOf } from '../table/index.js';
import type { Cell, Family, TimeGrain } from '../table/index.js';

import type { Lattice } from './lattice.js';

/** Grains whose cells look at no time beside theirs. */
const LONGEST: ReadonlySet<TimeGrain | null> = new Set(['YEAR', 'YEARS']);

/** One way to move a cell: along the tree of an axis. */
interface Axis {
  readonly along: Family['along'];
  readonly name: string;
  readonly tree: Tree;
  readonly node: string;
  /** The cell with another node of the axis; null where there is no such cell. */
  readonly moved: (node: string) => Cell | null;
}

/**
 * Every family the cells belong to along their dimensions, once: the siblings of a cell there and the cell above them.
 *
 * A node with one child is the same set as the child, so it is never a parent or a child here, as it is in no cover.
 * Source: disclosure policy, section 2.9.
 */
export function familiesOf(cells: readonly Cell[]): readonly Family[] {
  return familiesAlong(cells, dimensionAxes);
}

/** The families along the geography and the time axis: needed where one person weighs more than the noise hides. */
export function areaFamiliesOf(cells: readonly Cell[], lattice: Lattice): readonly Family[] {
  return [
    ...familiesAlong(cells, (cell) => [...placeAxes(cell, lattice), ...timeAxes(cell, lattice)]),
    ...cells.flatMap((cell) => yearsOfSpan(cell, lattice)),
  ];
}

/** A span looks down at its years, so that no year has to look at the years beside it. */
function yearsOfSpan(span: Cell, { time }: Lattice): readonly Family[] {
  if (grainOf(span.time) !== 'YEARS') return [];
  const children = time.childrenOf(span.time).map((year) => cellOf({ ...span, time: year }));
  return [{ along: 'YEARS', parent: span, children }];
}

function familiesAlong(cells: readonly Cell[], axesOf: (cell: Cell) => readonly Axis[]): readonly Family[] {
  const families = new Map<string, Family>();
  for (const cell of cells) {
    for (const axis of axesOf(cell)) {
      const parentNode = forkAbove(axis);
      const parent = parentNode === null ? null : axis.moved(parentNode);
      if (parentNode !== null && parent !== null && !families.has(`${axis.name} ${parent.id}`))
        families.set(`${axis.name} ${parent.id}`, {
          along: axis.along,
          parent,
          children: childrenOf(axis, parentNode),
        });
    }
  }
  return [...families.values()];
}

function childrenOf({ tree, moved }: Axis, parentNode: string): readonly Cell[] {
  return tree.childrenOf(parentNode).flatMap((child) => moved(belowChain(child, tree)) ?? []);
}

/** The nearest node above that has other children too; null where there is none. */
function forkAbove({ tree, node }: Pick<Axis, 'tree' | 'node'>): string | null {
  const above = tree.parentOf(node);
  if (above === null) return null;
  return tree.childrenOf(above).length > 1 ? above : forkAbove({ tree, node: above });
}

function belowChain(node: string, tree: Tree): string {
  const [only, ...others] = tree.childrenOf(node);
  return only !== undefined && others.length === 0 ? belowChain(only, tree) : node;
}

function dimensionAxes(cell: Cell): readonly Axis[] {
  return cell.nodes.map(({ dimension, node }) => ({
    along: 'DIMENSION',
    name: dimension,
    tree: dimensionOf(dimension).tree,
    node,
    moved: (to) => withNode(cell, dimension, to),
  }));
}

/** An agency is part of its county and, where it has peers, of their group; nothing is above a group. */
function placeAxes(cell: Cell, { geography, peers, geographyNodeOf, peerGroupNodeOf }: Lattice): readonly Axis[] {
  const { level, id } = cell.geography;
  if (level === 'PEER_GROUP') return [];

  const inArea = (to: string): Cell => cellOf({ ...cell, geography: geographyNodeOf(to) });
  const area: Axis = {
    along: 'PLACE',
    name: 'PLACE',
    tree: geography,
    node: level === 'REGION' ? ROOT : id,
    moved: inArea,
  };
  if (level !== 'AGENCY' || !peers.has(id)) return [area];

  const amongPeers = (to: string): Cell | null => {
    if (to === ROOT) return null;
    return peers.parentOf(to) === ROOT ? cellOf({ ...cell, geography: peerGroupNodeOf(to) }) : inArea(to);
  };
  return [area, { along: 'PLACE', name: 'PEER_GROUP', tree: peers, node: id, moved: amongPeers }];
}

/** Up to the year. */
function timeAxes(cell: Cell, { time, isCanonicalTime }: Lattice): readonly Axis[] {
  if (LONGEST.has(grainOf(cell.time))) return [];
  const moved = (to: string): Cell | null => (isCanonicalTime(to) ? cellOf({ ...cell, time: to }) : null);
  return [{ along: 'TIME', name: 'TIME', tree: time, node: cell.time, moved }];
}

/** The cell with another node of one dimension; with the root, the cell without the dimension. */
function withNode({ geography, time, nodes }: Cell, dimension: string, node: string): Cell {
  const moved = nodes.flatMap((own) =>
    own.dimension !== dimension ? [own] : node === ROOT ? [] : [{ dimension, node }],
  );
  return cellOf({ geography, time, nodes: moved });
}
