import type { AnonymisedEncounter } from '../../../schema/records/index.js';
import { chanceFrom } from '../../../seeds/chance.js';
import { encounter } from '../../support/encounters.js';
import type { Leaves } from '../../support/encounters.js';

import { leafSource } from './latent-classes.js';
import type { LeafSource } from './latent-classes.js';
import { LONE_SERVICE, OPEN_MONTHS, monthsIn, quartersOf } from './region.js';
import type { Place } from './region.js';

/** A person who is alone in a quarter of an agency with two things the attacker knows. */
export interface Victim {
  readonly agencyId: string;
  readonly quarter: string;
  readonly leaves: Leaves;
}

export const VICTIM_KNOWN = ['RACE_ETHNICITY', 'CALL_SOURCE'];
const VICTIMS_PER_QUARTER = 5;
const VICTIMS_AT = 'alder';

/** Whose every encounter ended the same way. */
export const TRANSPORTED = {
  agencyId: 'elm',
  quarter: '2025-Q2',
  count: 14,
  group: { AGE_BAND: 'UNDER_18', CALL_SOURCE: 'COMMUNITY_PARTNER' },
  outcome: { DISPOSITION: 'EMERGENCY_DEPARTMENT' },
};
/** One person met again and again. */
export const FREQUENT = { agencyId: 'dogwood', quarter: '2025-Q4', count: 45, person: 'f'.repeat(32) };
/** Travels with the leaves of who has a person token. */
const PERSON = 'person';

/** Everything one agency sends, and who is planted in it. */
export interface AgencyStory {
  readonly encounters: readonly AnonymisedEncounter[];
  readonly victims: readonly Victim[];
}

export function agencyStory(place: Place, seed: number): AgencyStory {
  const ofDraws = chanceFrom(`attack ${seed} ${place.id}`);
  // The classes are the region's; which encounter falls in which is the agency's.
  const draw = leafSource({ ofClasses: chanceFrom(`attack ${seed}`), ofDraws });
  const closed = quartersOf(place).map((quarter) => quarterStory({ place, quarter, draw }));
  const open = OPEN_MONTHS.flatMap((month) => quarterRows(place, month, times(place.perQuarter / 3, draw)));
  return {
    encounters: [...closed.flatMap(({ encounters }) => encounters), ...open],
    victims: closed.flatMap(({ victims }) => victims),
  };
}

function quarterStory({ place, quarter, draw }: { place: Place; quarter: string; draw: LeafSource }): AgencyStory {
  const victims = place.id === VICTIMS_AT ? victimsOf(quarter, draw) : [];
  const planted = [
    ...victims.map(({ leaves }) => leaves),
    ...transported(place, quarter, draw),
    ...frequent(place, quarter, draw),
  ];
  const taken = new Set(victims.map(({ leaves }) => knownOf(leaves)));
  const ordinary = times(place.perQuarter - planted.length, () =>
    drawnUntil(draw, (leaves) => isOrdinary({ place, quarter, leaves }) && !taken.has(knownOf(leaves))),
  );
  return { victims, encounters: quarterRows(place, quarter, [...planted, ...ordinary]) };
}

function victimsOf(quarter: string, draw: LeafSource): readonly Victim[] {
  const victims = new Map<string, Victim>();
  while (victims.size < VICTIMS_PER_QUARTER) {
    const leaves = drawnUntil(draw, hasNoLoneService);
    victims.set(knownOf(leaves), { agencyId: VICTIMS_AT, quarter, leaves });
  }
  return [...victims.values()];
}

function transported({ id }: Place, quarter: string, draw: LeafSource): readonly Leaves[] {
  const isTheirs = id === TRANSPORTED.agencyId && quarter === TRANSPORTED.quarter;
  return times(isTheirs ? TRANSPORTED.count : 0, () => ({ ...draw(), ...TRANSPORTED.group, ...TRANSPORTED.outcome }));
}

/** One person, again and again: the same leaves every time. */
function frequent({ id }: Place, quarter: string, draw: LeafSource): readonly Leaves[] {
  const isTheirs = id === FREQUENT.agencyId && quarter === FREQUENT.quarter;
  const leaves = isTheirs ? drawnUntil(draw, hasNoLoneService) : {};
  return times(isTheirs ? FREQUENT.count : 0, () => ({ ...leaves, [PERSON]: FREQUENT.person }));
}

/** Nobody drawn by chance joins the planted group, or uses a service the agency does not have. */
function isOrdinary({ place, quarter, leaves }: { place: Place; quarter: string; leaves: Leaves }): boolean {
  const isPlanted =
    quarter === TRANSPORTED.quarter && Object.entries(TRANSPORTED.group).every(([code, leaf]) => leaves[code] === leaf);
  return !isPlanted && (place.id === LONE_SERVICE.agencyId || hasNoLoneService(leaves));
}

function hasNoLoneService(leaves: Leaves): boolean {
  return leaves[LONE_SERVICE.dimension] !== LONE_SERVICE.leaf;
}

function knownOf(leaves: Leaves): string {
  return VICTIM_KNOWN.map((code) => leaves[code]).join(' ');
}

function drawnUntil(draw: LeafSource, isRight: (leaves: Leaves) => boolean): Leaves {
  for (;;) {
    const leaves = draw();
    if (isRight(leaves)) return leaves;
  }
}

function quarterRows(
  { id, tellsPersons }: Place,
  period: string,
  drawn: readonly Leaves[],
): readonly AnonymisedEncounter[] {
  const months = period.includes('Q') ? monthsIn(period) : [period];
  return drawn.map(({ [PERSON]: planted, ...leaves }, index) => {
    const row = encounter(`${id} ${period} ${index}`, months[index % months.length] ?? period, leaves);
    // An encounter's own key will do for a person met once.
    return { ...row, personToken: planted ?? (tellsPersons === true ? row.encounterKey : null) };
  });
}

function times<Item>(count: number, make: () => Item): readonly Item[] {
  return Array.from({ length: Math.round(count) }, make);
}
