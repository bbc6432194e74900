import { Matrix, pseudoInverse } from 'ml-matrix';

import { POOL_MIN } from '../table/index.js';
import type { AgencyPlace, PeerMembers } from '../table/index.js';

/** Most agencies that may not be told apart from the rest by adding and subtracting whole pools: fewer hide nobody. */
const SLIVER_MAX = 3;
const TOLERANCE = 1e-8;

/**
 * The groups that can be published beside the areas without giving anything away that the areas alone do not.
 *
 * Peer groups overlap with counties and states, so that a sum of some pools less a sum of others may be one, two or three
 * agencies: as good as a table of them. A group that would add such a sliver is left out, those of a lower id first kept.
 * Decided from who takes part, never from data. Source: docs/decisions/peer-groups.md.
 */
export function withoutSlivers<Group extends PeerMembers>(
  groups: readonly Group[],
  places: readonly AgencyPlace[],
): readonly Group[] {
  const agencies = places.map(({ agencyId }) => agencyId);
  const areas = areasOf(places);
  const known = sliversAmong(agencies, areas);
  return groups
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .reduce<readonly Group[]>((kept, group) => {
      const pools = [...areas, ...[...kept, group].map(({ agencyIds }) => new Set(agencyIds))];
      const isSafe = [...sliversAmong(agencies, pools)].every((sliver) => known.has(sliver));
      return isSafe ? [...kept, group] : kept;
    }, []);
}

/** Every set of one to three agencies that sums and differences of pools give away, as ids in order. */
function sliversAmong(agencies: readonly string[], pools: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const shown = pools.filter((pool) => agencies.filter((agency) => pool.has(agency)).length >= POOL_MIN);
  if (shown.length === 0) return new Set();

  const relations = new Matrix(shown.map((pool) => agencies.map((agency) => Number(pool.has(agency)))));
  const hidden = Matrix.eye(agencies.length).sub(pseudoInverse(relations).mmul(relations));
  const columns = agencies.map((_, index) => hidden.getColumn(index));
  return new Set(
    smallSets(columns.map(fingerprint))
      .filter((set) => isNothing(set.map((index) => columns[index] ?? [])))
      .map((set) => set.map((index) => agencies[index]).join(' ')),
  );
}

/** Sets of one to three indices whose fingerprints add up to nothing: the only ones whose columns can. */
function smallSets(prints: readonly number[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  const grow = (set: readonly number[], sum: number): void => {
    if (set.length > 0 && Math.abs(sum) < TOLERANCE) found.push([...set]);
    if (set.length === SLIVER_MAX) return;
    for (let index = (set.at(-1) ?? -1) + 1; index < prints.length; index += 1)
      grow([...set, index], sum + (prints[index] ?? 0));
  };
  grow([], 0);
  return found;
}

/** One number for a column, which adds up as columns do. */
function fingerprint(column: readonly number[]): number {
  return column.reduce((sum, value, index) => sum + value * Math.sin(index + 1), 0);
}

function isNothing(columns: readonly (readonly number[])[]): boolean {
  const [first = []] = columns;
  return first.every((_, row) => Math.abs(columns.reduce((sum, column) => sum + (column[row] ?? 0), 0)) < TOLERANCE);
}

/** The region, its states and its counties, as sets of agencies. */
function areasOf(places: readonly AgencyPlace[]): readonly ReadonlySet<string>[] {
  const areas = new Map<string, Set<string>>();
  for (const { agencyId, county, state } of places)
    for (const area of ['', state, county]) areas.set(area, (areas.get(area) ?? new Set()).add(agencyId));
  return [...areas.values()];
}
