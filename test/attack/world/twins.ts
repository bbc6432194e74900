import type { AnonymisedEncounter } from '../../../schema/records/index.js';
import { encounters } from '../../support/encounters.js';
import type { Leaves } from '../../support/encounters.js';

import { opened } from './open-world.js';
import type { Region } from './open-world.js';
import { monthsIn } from './region.js';
import type { Place } from './region.js';

/** A cell that is hidden in both regions: empty in one, of nine in the other. */
export const HIDDEN = { SHIFT: 'NIGHT', GENDER: 'FEMALE' };
export const HIDDEN_COUNT = 9;
/** A count no other number of the process should ever be. */
export const CANARY = { leaves: { SHIFT: 'EVENING', GENDER: 'MALE' }, count: 7_331 };
export const TWIN_QUARTER = '2025-Q1';

const COUNTY = 'WA/Twins';
const HOLDER = 'one';
const PLACES: readonly Place[] = [HOLDER, 'two', 'three', 'four'].map((id) => ({ id, county: COUNTY, perQuarter: 0 }));
/** Encounters a month in each ordinary cell: far from every threshold. */
const ORDINARY = 250;
const KNOWN = { ENGAGEMENT: 'ENGAGED', RESPONSE_MODEL: 'CIT', VETERAN: 'NO' };

/** Two regions that differ in nothing but who is in the hidden cell: nine are, or the nine are elsewhere. */
export async function twins(): Promise<{ readonly empty: Region; readonly full: Region }> {
  return { empty: await twin({ GENDER: 'MALE' }), full: await twin({}) };
}

async function twin(instead: Leaves): Promise<Region> {
  const stories = PLACES.map((place) => [place, { victims: [], encounters: rowsOf(place, instead) }] as const);
  return opened(0, new Map(stories));
}

function rowsOf({ id }: Place, instead: Leaves): readonly AnonymisedEncounter[] {
  const months = monthsIn(TWIN_QUARTER);
  const [first = ''] = months;
  const ordinary = months.flatMap((month) => [
    ...encounters(ORDINARY, `${id} ${month} a`, month, { ...KNOWN, SHIFT: 'DAY', GENDER: 'FEMALE' }),
    ...encounters(ORDINARY, `${id} ${month} b`, month, { ...KNOWN, SHIFT: 'DAY', GENDER: 'MALE' }),
    ...encounters(ORDINARY, `${id} ${month} c`, month, { ...KNOWN, SHIFT: 'NIGHT', GENDER: 'MALE' }),
  ]);
  if (id !== HOLDER) return ordinary;
  return [
    ...ordinary,
    ...encounters(HIDDEN_COUNT, `${id} hidden`, first, { ...KNOWN, ...HIDDEN, ...instead }),
    ...encounters(CANARY.count, `${id} canary`, first, { ...KNOWN, ...CANARY.leaves }),
  ];
}
