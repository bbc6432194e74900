import type { ControlRule } from '../../table/index.js';

import type { Interval } from '../interval.js';

/** A point on a chart; null where it is not shown. */
export type ChartPoint = { readonly proportion: number; readonly limits: Interval } | null;

/** Fewest neighbours on one side of the centre that are no accident: chance gives eight in a row once in 128. */
const RUN_MIN = 8;

/**
 * The rules each point of a series breaks: beyond three sigma, or one of eight or more in a row on one side of the centre.
 *
 * A point that is not shown ends a run, because nobody knows its side. A point on the centre does too.
 *
 * Source: Western Electric (1956), Statistical Quality Control Handbook, rules 1 and 4.
 */
export function brokenRules(points: readonly ChartPoint[], centre: number): readonly (readonly ControlRule[])[] {
  const sides = points.map((point) => (point === null ? 0 : Math.sign(point.proportion - centre)));
  return points.map((point, index) => {
    if (point === null) return [];
    const isBeyond = point.proportion < point.limits.lower || point.proportion > point.limits.upper;
    return [
      ...(isBeyond ? (['BEYOND_LIMITS'] as const) : []),
      ...(runAround(sides, index) >= RUN_MIN ? (['RUN_OF_EIGHT'] as const) : []),
    ];
  });
}

/** Length of the run of one side that a point is in. */
function runAround(sides: readonly number[], index: number): number {
  const side = sides[index];
  if (side === 0 || side === undefined) return 0;
  const before = sides.slice(0, index).toReversed();
  const after = sides.slice(index + 1);
  return 1 + runLength(before, side) + runLength(after, side);
}

function runLength(sides: readonly number[], side: number): number {
  const end = sides.findIndex((other) => other !== side);
  return end === -1 ? sides.length : end;
}
