import { monthsOf, rangeOf, yearOf } from '../../../server/table/index.js';

import { cellName, crawled, crawledOwn } from './crawl.js';
import type { Crawl, Look, Nodes } from './crawl.js';
import type { Role, World } from './open-world.js';
import { YEARS_TOGETHER } from './region.js';
import type { Place } from './region.js';

/** Everything that is closed, at each grain; months only of the last quarter, the one that is taken apart. */
const PERIODS = {
  YEARS: YEARS_TOGETHER,
  YEAR: ['2023', '2025'],
  QUARTER: ['2023-Q1', '2025-Q4'],
  MONTH: ['2025-10', '2025-12'],
} as const;
type Grain = keyof typeof PERIODS;

/** A displayed cell of some agencies and a time. */
export interface Sighting {
  readonly nodes: Nodes;
  readonly value: number | null;
  readonly agencies: readonly string[];
  readonly time: string;
}

/** Tables at every level: laid out by each of these axes of place, null for the whole, and by each grain. */
export interface LevelCrawl extends Pick<Crawl, 'dimensions' | 'orderMax' | 'where'> {
  readonly placeAxes: readonly (string | null)[];
  readonly grains: readonly Grain[];
}

/** All that a role sees of every level of place and time. */
export async function everyLevel(world: World, role: Role, crawl: LevelCrawl): Promise<readonly Sighting[]> {
  return sightingsFrom(world, crawl, (one) => crawled(world, role, one));
}

/** The exact counts of the agency of the role, at every level of time. */
export async function everyOwnLevel(world: World, role: Role, crawl: LevelCrawl): Promise<readonly Sighting[]> {
  return sightingsFrom(world, crawl, (one) => crawledOwn(world, role, one));
}

async function sightingsFrom(
  { places }: World,
  { placeAxes, grains, ...crawl }: LevelCrawl,
  looksAt: (crawl: Crawl) => Promise<readonly Look[]>,
): Promise<readonly Sighting[]> {
  const sightings: Sighting[] = [];
  for (const axis of placeAxes) {
    for (const grain of grains) {
      const axes = [...(axis === null ? [] : [axis]), grain];
      const looks = await looksAt({ ...crawl, period: PERIODS[grain], axes });
      const asked = crawl.where?.['AGENCY'];
      sightings.push(
        ...looks.map(({ nodes, value, at = {} }) => ({
          nodes,
          value,
          agencies: places
            .filter((place) => isIn(place, at) && (asked?.includes(place.id) ?? true))
            .map(({ id }) => id),
          time: at[grain] ?? '',
        })),
      );
    }
  }
  return sightings;
}

function isIn(place: Place, { AGENCY = place.id, COUNTY = place.county, PEER_GROUP = place.peers }: Nodes): boolean {
  return place.id === AGENCY && place.county === COUNTY && place.peers === PEER_GROUP;
}

/** A year of which every quarter is shown, as their sum, with how many draws are in it. */
export function yearsFromQuarters(sightings: readonly Sighting[]): readonly (Sighting & { readonly draws: number })[] {
  const quarters = new Map<string, Sighting[]>();
  for (const sighting of sightings.filter(({ time }) => time.includes('Q'))) {
    const name = `${cellName(sighting.nodes)} ${sighting.agencies.join(' ')} ${yearOf(sighting.time)}`;
    quarters.set(name, [...(quarters.get(name) ?? []), sighting]);
  }
  return [...quarters.values()].flatMap((four) => {
    const shown = four.flatMap(({ value }) => value ?? []);
    const [first] = four;
    if (first === undefined || shown.length < 4) return [];
    const value = shown.reduce((sum, part) => sum + part, 0);
    return [{ ...first, value, time: yearOf(first.time), draws: 4 }];
  });
}

/** Whether a time node is within another. */
export function isWithinTime(part: string, whole: string): boolean {
  const months = new Set(monthsOf(rangeOf(whole)));
  return monthsOf(rangeOf(part)).every((month) => months.has(month));
}
