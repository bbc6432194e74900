import { isWithinTime, yearsFromQuarters } from '../world/levels.js';
import type { Sighting } from '../world/levels.js';

import type { Corners, Terms } from './corners.js';
import { NOISE_VARIANCE } from './guess.js';
import { hiddenObservation, leastSquares, nextToNothing } from './least-squares.js';
import type { Fit, Observation } from './least-squares.js';

/** Agencies nobody tells apart, and times none of which overlaps another: what all sightings are sums of. */
export interface Blocks {
  readonly places: readonly (readonly string[])[];
  readonly times: readonly string[];
  readonly corners: Corners;
}

type Where = Pick<Sighting, 'nodes' | 'agencies' | 'time'>;

/** Least squares over sightings of every level of place and time. */
export function fitOver(blocks: Blocks, sightings: readonly Sighting[]): Fit {
  const size = blocks.places.length * blocks.times.length * blocks.corners.size;
  const seen = [...sightings, ...yearsFromQuarters(sightings)].filter((one) => isOfBlocks(blocks, one));
  return leastSquares(size, [...seen.map((one) => observationOf(blocks, one)), ...nextToNothing(size)]);
}

function observationOf(blocks: Blocks, sighting: Sighting & { readonly draws?: number }): Observation {
  const terms = termsOf(blocks, sighting);
  const { value, draws = 1 } = sighting;
  return value === null ? hiddenObservation(terms) : { terms, value, variance: draws * NOISE_VARIANCE };
}

/** Whether blocks of time add up to the sighting's. */
export function isOfBlocks({ times }: Blocks, { time }: Pick<Where, 'time'>): boolean {
  return times.some((block) => isWithinTime(block, time));
}

/** A cell as a combination of the corners of all blocks within it. */
export function termsOf({ places, times, corners }: Blocks, { nodes, agencies, time }: Where): Terms {
  const terms = [...corners.termsOf(nodes)];
  const isPlace = places.map((place) => place.every((id) => agencies.includes(id)));
  const isTime = times.map((block) => isWithinTime(block, time));
  return new Map(
    places.flatMap((_, place) =>
      times.flatMap((__, at) =>
        isPlace[place] === true && isTime[at] === true
          ? terms.map(([column, sign]) => [(place * times.length + at) * corners.size + column, sign] as const)
          : [],
      ),
    ),
  );
}
