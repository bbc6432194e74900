import { createHash } from 'node:crypto';

import { dimensions } from '../schema/catalogue/index.js';
import { MINUTE_BINS, NOT_COLLECTED, NOT_ENGAGED, UNKNOWN } from '../schema/codelists/index.js';
import type { AnonymisedEncounter } from '../schema/records/index.js';

import type { AgencyStory } from './agency-story.js';
import { CALLS, CALL_SOURCES, CALL_TYPES, OTHER_ENDINGS, PEOPLE, SHIFTS, UNKNOWN_SHARE } from './calls.js';
import type { CallType } from './calls.js';
import { chanceFrom } from './chance.js';
import type { Chance } from './chance.js';
import { personHistory } from './person-history.js';
import { MODELS, ROUTING, isOnDuty } from './programs.js';
import type { Model } from './programs.js';

/** First day of the demo: 2023-01-01. */
const FIRST_DAY = Date.UTC(2023, 0, 1);
const DAY_MS = 86_400_000;
/** Three years, one of them a leap year. */
const DAYS = 1_096;
/** Encounters per person: some come back. */
const ENCOUNTERS_PER_PERSON = 1.5;
const KEY_CHARACTERS = 32;

type Leaves = Readonly<Record<string, string>>;

/** Three years of an invented agency, in order of day. The same story gives the same encounters, to the last byte. */
export function encountersOf(agency: AgencyStory): readonly AnonymisedEncounter[] {
  const chance = chanceFrom(agency.id);
  const count = Math.round((agency.encountersPerYear * DAYS) / 365.25);
  const days = Array.from({ length: count }, () => chance.below(DAYS)).toSorted((one, other) => one - other);
  const persons = days.map(() => chance.below(Math.ceil(count / ENCOUNTERS_PER_PERSON)));
  const history = personHistory(days, persons, { lastDay: DAYS - 1 });

  return days.map((day, index) => {
    const date = new Date(FIRST_DAY + day * DAY_MS);
    const story = {
      ...callStory({ agency, date, chance }),
      PRIOR_CONTACT: history.priorOf(index),
      REPEAT_30: history.repeatOf(index),
    };
    const leaves = recorded({ story, agency, chance });
    return {
      encounterKey: keyOf(`${agency.id} encounter ${index}`),
      personToken: agency.hasPersonTokens === false ? null : keyOf(`${agency.id} person ${persons[index] ?? 0}`),
      month: date.toISOString().slice(0, 7),
      leaves: dimensions.map(({ code }) => leaves[code] ?? UNKNOWN),
    };
  });
}

function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, KEY_CHARACTERS);
}

/** What happened, before anybody wrote it down. */
function callStory({ agency, date, chance }: { agency: AgencyStory; date: Date; chance: Chance }): Leaves {
  const callType = chance.pick(CALL_TYPES);
  const shift = chance.pick(SHIFTS);
  const model = modelSent({ agency, date, callType, shift, chance });
  const truth = MODELS[model];
  const arrived = chance.happens(0.93) ? model : 'STANDARD_PATROL';

  return {
    RESPONSE_MODEL: model,
    RESPONSE_ARRIVED: chance.happens(0.01) ? 'NONE_ARRIVED' : arrived,
    ENGAGEMENT: engagementOf(truth.engaged, chance),
    POLICE_ON_SCENE: chance.happens(truth.police) ? 'YES' : 'NO',
    CALL_TYPE: callType,
    CALL_SOURCE: chance.pick(CALL_SOURCES),
    SHIFT: shift,
    WEEKEND: [0, 6].includes(date.getUTCDay()) ? 'YES' : 'NO',
    AGE_BAND: chance.pick(PEOPLE.AGE_BAND),
    GENDER: chance.pick(PEOPLE.GENDER),
    RACE_ETHNICITY: chance.pick(PEOPLE.RACE_ETHNICITY),
    VETERAN: chance.pick(PEOPLE.VETERAN),
    HOUSING: chance.pick(PEOPLE.HOUSING),
    CLINICIAN: chance.pick(truth.clinician),
    CONSULTED_BEFORE_ARRIVAL: chance.happens(truth.consulted) ? 'YES' : 'NO',
    ...outcomesOf({ model, callType, chance }),
    RESPONSE_MINUTES: binOf(chance.minutesAround(truth.responseMinutes)),
    SCENE_MINUTES: binOf(chance.minutesAround(truth.sceneMinutes)),
  };
}

function outcomesOf({ model, callType, chance }: { model: Model; callType: CallType; chance: Chance }): Leaves {
  const [truth, call] = [MODELS[model], CALLS[callType]];
  const isArrested = chance.happens(call.arrest * truth.arrest);
  const isHeld = !isArrested && chance.happens(call.hold * truth.hold);
  const isForced = chance.happens(call.force * truth.force);
  const isLinked = chance.happens(truth.linked);

  return {
    DISPOSITION: isArrested ? 'ARRESTED' : isHeld ? 'INVOLUNTARY_HOLD' : chance.pick(OTHER_ENDINGS),
    ARREST_ELIGIBLE: isArrested ? 'ELIGIBLE_ARRESTED' : chance.happens(call.eligible) ? 'ELIGIBLE_NOT_ARRESTED' : 'NO',
    FORCE: isForced ? chance.pick({ CONTROL_HOLD: 0.8, LESS_LETHAL: 0.19, FIREARM_USED: 0.01 }) : 'NO_FORCE',
    SUBJECT_INJURY: injuryOf(isForced ? 0.18 : 0.02, chance),
    OFFICER_INJURY: injuryOf(isForced ? 0.09 : 0.002, chance),
    WEAPON: chance.happens(call.weapon) ? chance.pick({ OTHER_WEAPON: 0.8, FIREARM_PRESENT: 0.2 }) : 'NO_WEAPON',
    LINKED_TO_CARE: isLinked ? 'YES' : 'NO',
    FOLLOW_UP: chance.happens(truth.followedUp) ? 'YES' : 'NO',
  };
}

function injuryOf(probability: number, chance: Chance): string {
  if (!chance.happens(probability)) return 'NOT_INJURED';
  return chance.happens(0.85) ? 'MINOR_INJURY' : 'SERIOUS_OR_FATAL_INJURY';
}

/** Which program is sent: the first that exists by then, is on duty, takes this kind of call and has a unit free. */
function modelSent({
  agency,
  date,
  callType,
  shift,
  chance,
}: {
  agency: AgencyStory;
  date: Date;
  callType: CallType;
  shift: string;
  chance: Chance;
}): Model {
  const today = date.toISOString().slice(0, 10);
  const sent = agency.programs.find(
    (program) =>
      program.startedOn <= today &&
      isOnDuty(program, shift) &&
      chance.happens(program.reach === 1 ? 1 : program.reach * ROUTING[program.model][callType]),
  );
  return sent?.model ?? 'STANDARD_PATROL';
}

function engagementOf(engaged: number, chance: Chance): string {
  if (chance.happens(engaged)) return 'ENGAGED';
  return chance.pick({ REFUSED: 0.3, UNABLE_TO_LOCATE: 0.45, CANCELLED: 0.2, NO_CONTACT_FOR_SAFETY: 0.05 });
}

/** The story as the agency's form holds it: some fields not there, some left open, no outcome where nobody was met. */
function recorded({ story, agency, chance }: { story: Leaves; agency: AgencyStory; chance: Chance }): Leaves {
  const isEngaged = story['ENGAGEMENT'] === 'ENGAGED';
  const isDispositionUnknown = chance.happens(UNKNOWN_SHARE['DISPOSITION'] ?? 0);

  const leafOf = (code: string, isOutcome: boolean): string => {
    const unknownShare =
      code === 'CLINICIAN' ? (agency.clinicianUnknown ?? UNKNOWN_SHARE[code] ?? 0) : (UNKNOWN_SHARE[code] ?? 0);
    const isOpen =
      code === 'DISPOSITION' || code === 'ARREST_ELIGIBLE' ? isDispositionUnknown : chance.happens(unknownShare);
    if (agency.notCollected?.includes(code) === true) return NOT_COLLECTED;
    if (isOutcome && !isEngaged) return NOT_ENGAGED;
    if (isOpen) return UNKNOWN;
    const happened = story[code] ?? UNKNOWN;
    return code === 'FORCE' && agency.forceFrom === 'LESS_LETHAL' && happened === 'CONTROL_HOLD'
      ? 'NO_FORCE'
      : happened;
  };
  return Object.fromEntries(dimensions.map(({ code, isOutcome }) => [code, leafOf(code, isOutcome)]));
}

function binOf(minutes: number): string {
  return MINUTE_BINS.findLast(({ from }) => minutes >= from)?.code ?? UNKNOWN;
}
