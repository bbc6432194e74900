/** Levels of the geography tree, from the smallest up. */
export type GeographyLevel = 'AGENCY' | 'COUNTY' | 'STATE' | 'REGION';

/** Where an agency lies. `county` is unique within the region: `WA/King`. */
export interface AgencyPlace {
  readonly agencyId: string;
  readonly county: string;
  readonly state: string;
}

/** A node of the geography tree, with the agencies below it in order of id. A node over one agency is that agency. */
export interface GeographyNode {
  readonly level: GeographyLevel;
  /** Agency id, county (`WA/King`), state (`WA`) or `region`. */
  readonly id: string;
  readonly agencyIds: readonly string[];
}
