import type { AgencyPlace } from '../table/index.js';

/** The whole region. */
export const REGION = 'region';

/** The smallest area that holds every one of the places: an agency, a county, a state or the region. */
export function areaOf(places: readonly AgencyPlace[]): string {
  const [first] = places;
  if (first === undefined) return REGION;
  const levels = [
    (place: AgencyPlace) => place.agencyId,
    (place: AgencyPlace) => place.county,
    (place: AgencyPlace) => place.state,
  ];
  const nameIn = levels.find((level) => places.every((place) => level(place) === level(first)));
  return nameIn === undefined ? REGION : nameIn(first);
}

/** Every area a place is in: questions about these are about it too. */
export function areasAround({ agencyId, county, state }: AgencyPlace): readonly string[] {
  return [agencyId, county, state, REGION];
}
