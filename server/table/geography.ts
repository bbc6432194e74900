/** Levels of the geography tree, from the smallest up; a peer group stands beside it, over agencies of any counties. */
export type GeographyLevel = 'AGENCY' | 'COUNTY' | 'STATE' | 'REGION' | 'PEER_GROUP';

/** Agencies that an operator registered as alike, by what they are and never by their counts. */
export interface PeerMembers {
  readonly id: string;
  readonly agencyIds: readonly string[];
}

/** Where an agency lies. `county` is unique within the region: `WA/King`. */
export interface AgencyPlace {
  readonly agencyId: string;
  readonly county: string;
  readonly state: string;
}

/** A node of the geography tree or a peer group, with the agencies below it in order of id. A node over one agency is that agency. */
export interface GeographyNode {
  readonly level: GeographyLevel;
  /** Agency id, county (`WA/King`), state (`WA`), `region`, or the id of a peer group. */
  readonly id: string;
  readonly agencyIds: readonly string[];
}
