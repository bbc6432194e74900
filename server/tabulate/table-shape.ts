import { dimensionOf } from '../../schema/catalogue/index.js';
import type { Cell, GeographyLevel, TimeGrain } from '../table/index.js';
import { grainOf, monthsOf, rangeOf, yearOf } from '../table/index.js';

/** The cells of one layout: the same geography level, time grain and dimensions. */
export interface TableShape {
  readonly geography: GeographyLevel;
  readonly time: TimeGrain;
  /** Dimension codes, in catalogue order. */
  readonly dimensions: readonly string[];
  /** Its axes as SQL columns. The region is one place: it needs no column. */
  readonly columns: readonly string[];
  readonly cells: readonly Cell[];
}

export function shapesOf(cells: readonly Cell[]): readonly TableShape[] {
  const shapes = new Map<string, Cell[]>();
  for (const cell of cells) {
    const name = [cell.geography.level, grainOf(cell.time), ...cell.nodes.map(({ dimension }) => dimension)].join(' ');
    const shape = shapes.get(name);
    if (shape === undefined) shapes.set(name, [cell]);
    else shape.push(cell);
  }
  return [...shapes.values()].map(shapeOf);
}

function shapeOf(cells: readonly Cell[]): TableShape {
  const [first] = cells;
  const time = first === undefined ? null : grainOf(first.time);
  if (first === undefined || time === null) throw new Error('A shape has at least one cell, and a cell a time node.');

  const geography = first.geography.level;
  const dimensions = first.nodes.map(({ dimension }) => dimension);
  const place = geography === 'REGION' ? [] : [geography.toLowerCase()];
  const columns = [...place, time.toLowerCase(), ...dimensions.map((code) => dimensionOf(code).column)];
  return { geography, time, dimensions, columns, cells };
}

/** Shapes that one grouping of the statement can count: that of the first, and those with fewer of its dimensions. */
export interface Grouping {
  readonly columns: readonly string[];
  readonly shapes: readonly TableShape[];
}

/** As few groupings as count every shape: one with fewer dimensions, or with years together, is added up from one with more. */
export function groupingsOf(shapes: readonly TableShape[]): readonly Grouping[] {
  const groupings: { columns: readonly string[]; shapes: TableShape[] }[] = [];
  for (const shape of shapes.toSorted(finestFirst)) {
    const wider = groupings.find(({ shapes: [first] }) => first !== undefined && isWithin(shape, first));
    if (wider === undefined) groupings.push({ columns: shape.columns, shapes: [shape] });
    else wider.shapes.push(wider.columns.includes('year') ? yearByYear(shape) : shape);
  }
  return groupings;
}

function finestFirst(one: TableShape, other: TableShape): number {
  const isSpan = ({ time }: TableShape): number => Number(time === 'YEARS');
  return other.dimensions.length - one.dimensions.length || isSpan(one) - isSpan(other);
}

/** A shape as a grouping by single years counts it. */
function yearByYear(shape: TableShape): TableShape {
  return { ...shape, time: 'YEAR', columns: shape.columns.map((column) => (column === 'years' ? 'year' : column)) };
}

function isWithin(shape: TableShape, wider: TableShape): boolean {
  return (
    shape.geography === wider.geography &&
    (shape.time === wider.time || (shape.time === 'YEARS' && wider.time === 'YEAR')) &&
    shape.dimensions.every((code) => wider.dimensions.includes(code))
  );
}

/** Every combination of leaves that falls in a cell, as values of the columns of a shape of that grain joined by `|`. */
export function leafPathsOf(cell: Cell, time: TimeGrain): readonly string[] {
  const place = cell.geography.level === 'REGION' ? [] : [cell.geography.id];
  return cell.nodes.reduce<readonly string[]>(
    (paths, { dimension, node }) => {
      const leaves = dimensionOf(dimension).tree.leavesOf(node);
      return paths.flatMap((path) => leaves.map((leaf) => `${path}|${leaf}`));
    },
    timesOf(cell.time, time).map((part) => [...place, part].join('|')),
  );
}

function timesOf(node: string, time: TimeGrain): readonly string[] {
  const isSpanInYears = grainOf(node) === 'YEARS' && time === 'YEAR';
  return isSpanInYears ? [...new Set(monthsOf(rangeOf(node)).map(yearOf))] : [node];
}
