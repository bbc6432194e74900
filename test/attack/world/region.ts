/** An agency of the attacked region and how many encounters it has a quarter. */
export interface Place {
  readonly id: string;
  readonly county: string;
  readonly perQuarter: number;
  /** Whether every encounter says of whom it is, each of somebody else; without that its thresholds are twice as high. */
  readonly tellsPersons?: true;
}

/** Six agencies in counties of one, two and three. Source: disclosure policy, section 5.0. */
const REGION: readonly Place[] = [
  { id: 'elm', county: 'WA/One', perQuarter: 3_000 },
  { id: 'alder', county: 'WA/Two', perQuarter: 60 },
  { id: 'dogwood', county: 'WA/Two', perQuarter: 1_200 },
  { id: 'birch', county: 'WA/Three', perQuarter: 150 },
  { id: 'cedar', county: 'WA/Three', perQuarter: 400 },
  { id: 'fir', county: 'WA/Three', perQuarter: 100 },
];

/** Encounters a quarter where a world has a number of agencies of its own: the first, who attacks, and its partners. */
const ATTACKER_SIZE = 300;
const PARTNER_SIZE = 100;

export const STATE = 'WA';
/** Offered by one agency only: a structural zero elsewhere. */
export const LONE_SERVICE = { dimension: 'RESPONSE_MODEL', leaf: 'DISPATCH_CONSULT', agencyId: 'elm' };

/** The agencies of a world: the six, or as many in one county. */
export function placesOf(agencies: number | undefined): readonly Place[] {
  if (agencies === undefined) return REGION;
  return Array.from({ length: agencies }, (_, index) => ({
    id: `agency-${index + 1}`,
    county: 'WA/Pool',
    perQuarter: index === 0 ? ATTACKER_SIZE : PARTNER_SIZE,
    tellsPersons: true,
  }));
}

export const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'];
export const LAST_MONTH = '2025-12';
/** The open quarter has two months of encounters, none of them closed. */
export const OPEN_MONTHS = ['2026-01', '2026-02'];

/** `2024-Q2` -> its three months. */
export function monthsIn(quarter: string): readonly string[] {
  const first = Number(quarter.slice(6)) * 3 - 2;
  return [0, 1, 2].map((later) => `${quarter.slice(0, 4)}-${String(first + later).padStart(2, '0')}`);
}
