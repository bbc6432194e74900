import type { Axis } from '../../table/index.js';

/** The axes with the finest of some levels one level coarser, left out beyond the coarsest; null where there is none. */
export function coarserAxis(by: readonly Axis[], levels: readonly Axis[]): readonly Axis[] | null {
  const finest = levels.find((level) => by.includes(level));
  if (finest === undefined) return null;

  const next = levels[levels.indexOf(finest) + 1];
  const instead = next === undefined || by.includes(next) ? [] : [next];
  return by.flatMap((axis) => (axis === finest ? instead : [axis]));
}
