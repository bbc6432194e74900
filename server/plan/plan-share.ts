import { ROOT, dimensionOf, dimensions } from '../../schema/catalogue/index.js';
import { AskerError, product } from '../lib/index.js';
import { cellOf, grainOf, isTimeAxis } from '../table/index.js';
import type { Axis, Cell, CellNode, Family, OutcomesQuestion, Refused, TimeGrain } from '../table/index.js';

import { dimensionAxes, isGeographyAxis } from './axes.js';
import { baseRestriction } from './base-restriction.js';
import type { Lattice } from './lattice.js';
import type { OutcomesPlan } from './planned.js';
import { tooManyCells } from './refusals.js';
import { coverOf } from './restriction.js';

/** Most axes and cells of an exact table. Source: disclosure policy, section 2.9. */
const SHARED_AXES_MAX = 3;
export const SHARED_CELLS_MAX = 2_000;

/** Which encounters of one agency a shared table is of: one canonical cell. */
export interface ShareFrame {
  readonly agencyId: string;
  readonly time: string;
  /** Dimension code -> node. */
  readonly nodes: Readonly<Record<string, string>>;
}

/** The cells of a shared table, totals and headings among them, and how they add up. */
export interface SharePlan extends OutcomesPlan {
  readonly frame: ShareFrame;
}

/** One way an axis of a shared table is taken: a node, and the nodes that add up to it. */
interface AxisNode {
  readonly node: string;
  /** True for the total of the axis: the frame itself. */
  readonly isTotal: boolean;
  readonly parts: readonly string[];
}

/** Plan an exact table with totals on every axis, from metadata alone. Every cell of it is one canonical cell. */
export function planShare(question: OutcomesQuestion, lattice: Lattice): SharePlan | Refused {
  const frame = frameOf(question, lattice);
  if (frame instanceof AskerError) throw frame;
  if ('kind' in frame) return frame;

  const plan = shareCellsOf({ frame, by: question.by }, lattice);
  return plan.cells.length > SHARED_CELLS_MAX
    ? tooManyCells({ asked: plan.cells.length, allowed: SHARED_CELLS_MAX, what: 'cells with its totals' })
    : { ...plan, frame };
}

/** Whether a table has a shape that can be shared at all, small enough or not. */
export function isShareable(question: OutcomesQuestion, lattice: Lattice): boolean {
  return !(frameOf(question, lattice) instanceof AskerError);
}

function frameOf(question: OutcomesQuestion, lattice: Lattice): ShareFrame | Refused | AskerError {
  if (question.by.length > SHARED_AXES_MAX || question.by.some(isGeographyAxis)) return badAxes();
  if (question.by.filter(isTimeAxis).length > 1) return badAxes();

  const base = baseRestriction(question, lattice);
  if ('kind' in base) return base;
  const { geographies, times, nodes } = coverOf(base, lattice);
  const [geography, ...others] = geographies;
  const [time, ...moreTimes] = times;
  const single = nodes.flatMap(([node, ...more]) => (node === undefined || more.length > 0 ? [] : [node]));
  const isOneCell = others.length + moreTimes.length === 0 && single.length === nodes.length;
  if (geography === undefined || time === undefined || !isOneCell || grainOf(time) === null) return notOneCell();

  return {
    agencyId: geography.id,
    time,
    nodes: Object.fromEntries(single.map((one) => [one.dimension, one.node])),
  };
}

/** The cells of a table within a frame, and every relation among them. */
export function shareCellsOf(
  { frame, by }: { frame: ShareFrame; by: readonly Axis[] },
  lattice: Lattice,
): OutcomesPlan {
  const axes = by.map((axis) => ({ axis, nodes: axisNodes(axis, frame, lattice) }));
  const ways = product(axes.map(({ axis, nodes }) => nodes.map((node) => ({ axis, ...node }))));
  const rows = ways.map((way) => ({
    group: Object.fromEntries(way.filter(({ isTotal }) => !isTotal).map(({ axis, node }) => [axis, node])),
    agencyIds: [frame.agencyId],
    months: [...lattice.time.leavesOf(way.find(({ axis }) => isTimeAxis(axis))?.node ?? frame.time)],
    isPermitted: true,
    encounters: [cellAt(new Map(way.map(({ axis, node }) => [axis, node])), frame, lattice)],
    measures: [],
  }));
  const families = ways.flatMap((way) =>
    way.flatMap(({ axis, parts }): readonly Family[] => {
      const at = new Map(way.map((one) => [one.axis, one.node]));
      if (parts.length === 0) return [];
      const children = parts.map((part) => cellAt(new Map(at).set(axis, part), frame, lattice));
      const along = isTimeAxis(axis) ? 'TIME' : 'DIMENSION';
      return [{ along, parent: cellAt(at, frame, lattice), children }];
    }),
  );
  const cells = [...new Map(rows.flatMap(({ encounters }) => encounters).map((cell) => [cell.id, cell])).values()];
  return { rows, cells, families, months: [...lattice.time.leavesOf(frame.time)] };
}

function axisNodes(axis: Axis, { time, nodes }: ShareFrame, lattice: Lattice): readonly AxisNode[] {
  const isTime = isTimeAxis(axis);
  const tree = isTime ? lattice.time : dimensionOf(axis).tree;
  const top = isTime ? time : (nodes[axis] ?? ROOT);
  const isFinest = (node: string): boolean => isTime && grainOf(node) === (axis as TimeGrain);
  const walk = (node: string): readonly AxisNode[] => {
    const parts = isFinest(node) ? [] : tree.childrenOf(node).map(belowChain);
    return [...parts.flatMap(walk), { node, isTotal: node === top, parts }];
  };
  const belowChain = (node: string): string => {
    const [only, ...more] = tree.childrenOf(node);
    return only !== undefined && more.length === 0 ? belowChain(only) : node;
  };
  return walk(top);
}

function cellAt(at: ReadonlyMap<Axis, string>, { agencyId, time, nodes }: ShareFrame, lattice: Lattice): Cell {
  const timeAxis = [...at.keys()].find(isTimeAxis);
  const named = dimensions.flatMap(({ code }): readonly CellNode[] => {
    const node = at.get(code) ?? nodes[code] ?? ROOT;
    return node === ROOT ? [] : [{ dimension: code, node }];
  });
  return cellOf({
    geography: lattice.geographyNodeOf(agencyId),
    time: (timeAxis === undefined ? undefined : at.get(timeAxis)) ?? time,
    nodes: named,
  });
}

/** Whether two frames have an encounter in common, as far as metadata tells. */
export function framesMeet(one: ShareFrame, other: ShareFrame, { time }: Lattice): boolean {
  const meet = (first: readonly string[], second: readonly string[]): boolean =>
    first.some((leaf) => second.includes(leaf));
  const filtered = dimensionAxes(Object.keys(one.nodes)).filter((code) => other.nodes[code] !== undefined);
  return (
    meet(time.leavesOf(one.time), time.leavesOf(other.time)) &&
    filtered.every((code) => {
      const { tree } = dimensionOf(code);
      return meet(tree.leavesOf(one.nodes[code] ?? ROOT), tree.leavesOf(other.nodes[code] ?? ROOT));
    })
  );
}

function badAxes(): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    'The table has axes a table to share cannot have. It has at most three: dimensions, and one of MONTH, QUARTER and YEAR; ' +
      'its place is your agency. Leave the others out.',
  );
}

function notOneCell(): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    'The table is not of one published group. A table to share is of one closed month, quarter or year, and of one ' +
      'category or heading of every dimension in its filter. Give `period` as { from: "2025", to: "2025" }, and ask `by` ' +
      'what you would filter.',
  );
}
