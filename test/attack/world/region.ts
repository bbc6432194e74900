/** An agency of the attacked region and how many encounters it has a quarter. */
export interface Place {
  readonly id: string;
  readonly county: string;
  readonly perQuarter: number;
  /** Whether every encounter says of whom it is, each of somebody else; without that its thresholds are twice as high. */
  readonly tellsPersons?: true;
  /** Its peer group, where the region has any. */
  readonly peers?: string;
  /** Whether it keeps its single-agency cells from the first agency, which the others let see theirs. */
  readonly isShy?: true;
  /** Encounters from 2023 on, so that there is a whole span of three years. */
  readonly hasSpan?: true;
}

/** The region of six, a number of agencies in one pool, or ten in two counties and two peer groups with a span of years. */
export type RegionKind = 'SIX' | 'GROUPED' | number;

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

/**
 * Towns of two counties whose peer groups cut across both, so that what places have in common is seen in several ways.
 * The first, who attacks, sees the cells of one other town; too many are shy for its pools to close.
 */
const GROUPED: readonly Place[] = [
  ['north-1', 100, 'small'],
  ['north-2', 100, 'small'],
  ['north-3', 60, 'large'],
  ['north-4', 80, 'large'],
  ['north-5', 60, 'large'],
  ['south-1', 100, 'small'],
  ['south-2', 60, 'small'],
  ['south-3', 80, 'large'],
  ['south-4', 100, 'large'],
  ['south-5', 60, 'large'],
].map(([id, perQuarter, peers]) => townOf(String(id), Number(perQuarter), String(peers)));

function townOf(id: string, perQuarter: number, peers: string): Place {
  const county = id.startsWith('north') ? 'WA/North' : 'WA/South';
  const town = { id, county, perQuarter, peers, tellsPersons: true, hasSpan: true } as const;
  return id === 'north-2' ? town : { ...town, isShy: true };
}

/** What no county and no peer group of these tells apart. */
export const CLASSES = [
  ['north-1', 'north-2'],
  ['north-3', 'north-4', 'north-5'],
  ['south-1', 'south-2'],
  ['south-3', 'south-4', 'south-5'],
];

/** Times that do not overlap, in which the last year is taken apart: the others are only what is left of the span. */
export const BLOCKS_OF_TIME = ['2023', '2024', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'];

export const STATE = 'WA';
/** Offered by one agency only: a structural zero elsewhere. */
export const LONE_SERVICE = { dimension: 'RESPONSE_MODEL', leaf: 'DISPATCH_CONSULT', agencyId: 'elm' };

export function placesOf(kind: RegionKind): readonly Place[] {
  if (kind === 'SIX') return REGION;
  if (kind === 'GROUPED') return GROUPED;
  return Array.from({ length: kind }, (_, index) => ({
    id: `agency-${index + 1}`,
    county: 'WA/Pool',
    perQuarter: index === 0 ? ATTACKER_SIZE : PARTNER_SIZE,
    tellsPersons: true,
  }));
}

const SPAN_START = ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'];
export const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'];
export const LAST_MONTH = '2025-12';
/** The open quarter has two months of encounters, none of them closed. */
export const OPEN_MONTHS = ['2026-01', '2026-02'];

export const YEARS_TOGETHER = '2023-2025';

/** The closed quarters of an agency. */
export function quartersOf({ hasSpan }: Place): readonly string[] {
  return hasSpan === true ? [...SPAN_START, ...QUARTERS] : QUARTERS;
}

/** `2024-Q2` -> its three months. */
export function monthsIn(quarter: string): readonly string[] {
  const first = Number(quarter.slice(6)) * 3 - 2;
  return [0, 1, 2].map((later) => `${quarter.slice(0, 4)}-${String(first + later).padStart(2, '0')}`);
}
