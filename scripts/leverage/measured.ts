import type { GeographyLevel, Lens, TimeGrain } from '../../server/table/index.js';

import { varianceKept } from './hat.js';
import { rollingTimes, syntheticNodes } from './synthetic.js';
import type { Node, Nodes } from './synthetic.js';

/** The variance the cells of a level of place and of time keep, without the new nodes and with them. */
export interface LevelCost {
  readonly place: GeographyLevel;
  readonly time: TimeGrain;
  /** Least of its cells, in V. */
  readonly without: number;
  readonly with: number;
  /** Least share of its variance a cell keeps when the new nodes come; 1 for a new node itself. */
  readonly kept: number;
  readonly isNew: boolean;
}

const GRAINS: readonly TimeGrain[] = ['MONTH', 'QUARTER', 'YEAR', 'YEARS'];

/** What the new nodes cost each level of place and time an audience sees, nothing suppressed. */
export function costFor(lens: Lens, added: { hasSpans: boolean; hasGroups: boolean }): readonly LevelCost[] {
  const before = keptVariances(syntheticNodes({ hasSpans: false, hasGroups: false }), lens);
  const after = keptVariances(syntheticNodes(added), lens);
  return [...after].map(([name, cells]) => {
    const [place, time] = name.split(' ') as [GeographyLevel, TimeGrain];
    const old = before.get(name);
    const least = Math.min(...cells);
    return {
      place,
      time,
      without: Math.min(...(old ?? cells)),
      with: least,
      kept: old === undefined ? 1 : Math.min(...cells.map((cell, index) => cell / (old[index] ?? cell))),
      isNew: old === undefined,
    };
  });
}

/** What windows of years that begin in every year would cost the cells of a year, of nine years. */
export function rollingCost(length: number): number {
  const years = (times: Nodes['times']): readonly number[] => {
    const kept = varianceKept(times.map(({ sets }) => sets));
    return kept.filter((_, index) => times[index]?.level === 'YEAR');
  };
  const [alone, windows] = [years(rollingTimes(YEARS, 1)), years(rollingTimes(YEARS, length))];
  return Math.min(...windows.map((kept, index) => kept / (alone[index] ?? kept)));
}

const YEARS = 9;

/**
 * The variance kept by every cell an audience sees, by level of place and time.
 *
 * Where all places are seen in the same periods the cells are a product, and so is what they keep. A state office sees
 * months of its own state and quarters beyond; it is taken to see months everywhere, which is more than it does.
 */
function keptVariances({ places, times }: Nodes, lens: Lens): ReadonlyMap<string, readonly number[]> {
  const grains = places.flatMap(({ level }) => lens.finestGrain[level] ?? []);
  const finest = GRAINS.find((grain) => grains.includes(grain)) ?? 'YEAR';
  const isUniform = lens.name === 'STATE' || new Set(grains).size === 1;
  const seen = places.filter(({ level }) => lens.finestGrain[level] !== null);
  const periods = merged(times.filter(({ level }) => isAtLeast(level, finest)));
  const isShown = (place: GeographyLevel, time: TimeGrain): boolean =>
    isUniform || isAtLeast(time, lens.finestGrain[place]);

  const pairs = seen.flatMap((place) => periods.map((time) => ({ place, time })));
  const shown = pairs.filter(({ place, time }) => isShown(place.level, time.level));
  const kept = isUniform ? productKept(seen, periods) : varianceKept(shown.map(jointSets));
  return grouped(shown.map(({ place, time }, index) => [`${place.level} ${time.level}`, kept[index] ?? 0]));
}

function productKept(places: Nodes['places'], times: Nodes['times']): readonly number[] {
  const [byPlace, byTime] = [places, times].map((nodes) => varianceKept(nodes.map(({ sets }) => sets)));
  return (byPlace ?? []).flatMap((place) => (byTime ?? []).map((time) => place * time));
}

function jointSets({ place, time }: { place: Node<unknown>; time: Node<unknown> }): readonly number[] {
  return place.sets.flatMap((one) => time.sets.map((other) => one * other));
}

/** Times over the finest of them: months that no period tells apart are one set. */
function merged(times: Nodes['times']): Nodes['times'] {
  const columns = (times[0]?.sets ?? []).map((_, month) => times.map(({ sets }) => sets[month]).join(''));
  const first = columns.flatMap((column, month) => (columns.indexOf(column) === month ? [month] : []));
  return times.map(({ level, sets }) => ({ level, sets: first.map((month) => sets[month] ?? 0) }));
}

function isAtLeast(grain: TimeGrain, finest: TimeGrain | null): boolean {
  return finest !== null && GRAINS.indexOf(grain) >= GRAINS.indexOf(finest);
}

function grouped(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [name, value] of entries) groups.set(name, [...(groups.get(name) ?? []), value]);
  return groups;
}
