import type { Cell, GeographyLevel, TimeGrain } from '../table/index.js';
import { grainOf } from '../table/index.js';

/** The cells of one layout: the same geography level, time grain and dimensions. One grouping of the statement. */
export interface TableShape {
  readonly geography: GeographyLevel;
  readonly time: TimeGrain;
  /** Dimension codes, in catalogue order. */
  readonly dimensions: readonly string[];
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

  return {
    geography: first.geography.level,
    time,
    dimensions: first.nodes.map(({ dimension }) => dimension),
    cells,
  };
}
