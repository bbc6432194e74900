import type { Measure } from '../../schema/catalogue/index.js';
import { grainOf } from '../table/index.js';
import type { Lens, Refused, TimeGrain } from '../table/index.js';

import { COMPONENTS_MAX, grainNotAllowed, tooManyCells } from './refusals.js';
import { denominatorOf, nodeCovers, sizeOf } from './restriction.js';
import type { Cover, Restriction } from './restriction.js';

const COARSENESS: Readonly<Record<TimeGrain, number>> = { MONTH: 0, QUARTER: 1, YEAR: 2, YEARS: 3 };

/** The first limit a row's cells break: too many of them behind one number, or a time grain too fine for the audience. */
export function firstBreach({
  rows,
  chosen,
  lens,
}: {
  rows: readonly { readonly restriction: Restriction; readonly cover: Cover }[];
  chosen: readonly Measure[];
  lens: Lens;
}): Refused | null {
  for (const { restriction, cover } of rows) {
    const widest = Math.max(
      sizeOf(cover),
      ...chosen.map((measure) => sizeOf({ ...cover, nodes: nodeCovers(denominatorOf(restriction, measure)) })),
    );
    if (widest > COMPONENTS_MAX) {
      return tooManyCells({ asked: widest, allowed: COMPONENTS_MAX, what: 'published cells behind one number' });
    }

    const tooFine = finestBreach(cover, lens.finestGrain);
    if (tooFine !== null) return grainNotAllowed(tooFine);
  }
  return null;
}

function finestBreach(
  { geographies, times }: Cover,
  finestGrain: Lens['finestGrain'],
): { level: Cover['geographies'][number]['level']; finest: TimeGrain } | null {
  for (const { level } of geographies) {
    const finest = finestGrain[level];
    if (finest !== null && times.some((time) => isFiner(grainOf(time), finest))) return { level, finest };
  }
  return null;
}

export function isFiner(grain: TimeGrain | null, finest: TimeGrain): boolean {
  return grain !== null && COARSENESS[grain] < COARSENESS[finest];
}
