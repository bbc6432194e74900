import { grainOf, monthsOf, rangeOf } from '../table/index.js';
import type { AgencyPlace, Cell } from '../table/index.js';

/**
 * The released months of the cells, with every level of place and time they are part of.
 *
 * $1 release, $2 to $7 the agency, county, state, peer group, month and years of every agency-month the cells need. Peer
 * group and years are null where no cell is of any.
 */
export const RELEASED = `
released as (
  select r.agency_id, r.submission_id, r.epoch, r.month, p.agency, p.county, p.state, p.peer_group, p.years,
         left(r.month, 4) as year,
         left(r.month, 5) || 'Q' || (right(r.month, 2)::int + 2) / 3 as quarter
  from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
    as p (agency, county, state, peer_group, month, years)
  join release_month r on r.release_id = $1 and r.agency_id = p.agency and r.month = p.month
)`;

const PLACE_AND_TIME = ['agency', 'county', 'state', 'peer_group', 'month', 'quarter', 'year', 'years'];

/** A column of a shape, with the table it is of. */
export function qualified(column: string): string {
  return PLACE_AND_TIME.includes(column) ? `released.${column}` : `e.${column}`;
}

/** How many statements count at once. A server answers one statement on one processor. */
const PARTS = 2;

/**
 * The values of `RELEASED`, in parts that are counted at once: counts and key sums of parts add up.
 *
 * No agency-month is read that no cell needs. Each part has every other month, so the parts are alike in size.
 */
export function releasedParts({
  cells,
  releaseId,
  places,
}: {
  cells: readonly Cell[];
  releaseId: string;
  places: readonly AgencyPlace[];
}): readonly (readonly unknown[])[] {
  const months = monthsByAgency(cells);
  const pairs = places.flatMap((place) =>
    [...(months.get(place.agencyId) ?? [])].map((month) => ({ ...place, month })),
  );
  const [groups, years] = [groupsOf(cells), yearsAmong(cells)];
  const parts = Array.from({ length: PARTS }, (_, part) => pairs.filter((_pair, index) => index % PARTS === part));
  const filled = parts.filter((part) => part.length > 0);
  return filled.map((part) => [
    releaseId,
    part.map(({ agencyId }) => agencyId),
    part.map(({ county }) => county),
    part.map(({ state }) => state),
    part.map(({ agencyId }) => groups.get(agencyId) ?? null),
    part.map(({ month }) => month),
    part.map(({ month }) => years.get(month) ?? null),
  ]);
}

/** The peer group of every agency that a cell counts as a member of one. */
function groupsOf(cells: readonly Cell[]): ReadonlyMap<string, string> {
  const groups = cells.flatMap(({ geography }) => (geography.level === 'PEER_GROUP' ? [geography] : []));
  return new Map(groups.flatMap(({ id, agencyIds }) => agencyIds.map((agencyId) => [agencyId, id] as const)));
}

/** The years of every month that a cell counts with other years. */
function yearsAmong(cells: readonly Cell[]): ReadonlyMap<string, string> {
  const spans = new Set(cells.map(({ time }) => time).filter((time) => grainOf(time) === 'YEARS'));
  return new Map([...spans].flatMap((span) => monthsOf(rangeOf(span)).map((month) => [month, span] as const)));
}

function monthsByAgency(cells: readonly Cell[]): ReadonlyMap<string, ReadonlySet<string>> {
  const areas = new Map(
    cells.map(({ geography, time }) => [`${geography.level}:${geography.id} ${time}`, { geography, time }]),
  );
  const months = new Map<string, Set<string>>();
  for (const { geography, time } of areas.values()) {
    for (const agencyId of geography.agencyIds) {
      const own = months.get(agencyId) ?? new Set();
      for (const month of monthsOf(rangeOf(time))) own.add(month);
      months.set(agencyId, own);
    }
  }
  return months;
}
