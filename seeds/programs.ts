import type { Opening } from '../schema/records/index.js';

import type { ProgramStory } from './agency-story.js';
import type { CallType } from './calls.js';

export type Model = ProgramStory['model'] | 'STANDARD_PATROL';

/** What each response model does to an encounter, against standard patrol, within one call type: the planted truths. */
interface ModelStory {
  /** Risk ratio of arrest. CO_RESPONDER is exactly a half. */
  readonly arrest: number;
  readonly force: number;
  readonly hold: number;
  readonly engaged: number;
  readonly clinician: Readonly<Record<'NO_CLINICIAN' | 'REMOTE' | 'ON_SCENE', number>>;
  readonly consulted: number;
  readonly linked: number;
  readonly followedUp: number;
  readonly responseMinutes: number;
  readonly sceneMinutes: number;
  readonly police: number;
}

export const MODELS: Readonly<Record<Model, ModelStory>> = {
  STANDARD_PATROL: {
    arrest: 1,
    force: 1,
    hold: 1,
    engaged: 0.9,
    clinician: { NO_CLINICIAN: 0.95, REMOTE: 0.04, ON_SCENE: 0.01 },
    consulted: 0.02,
    linked: 0.2,
    followedUp: 0.05,
    responseMinutes: 12,
    sceneMinutes: 48,
    police: 1,
  },
  CIT: {
    arrest: 0.85,
    force: 0.8,
    hold: 1.1,
    engaged: 0.91,
    clinician: { NO_CLINICIAN: 0.82, REMOTE: 0.14, ON_SCENE: 0.04 },
    consulted: 0.06,
    linked: 0.27,
    followedUp: 0.09,
    responseMinutes: 13,
    sceneMinutes: 55,
    police: 1,
  },
  CO_RESPONDER: {
    arrest: 0.5,
    force: 0.6,
    hold: 0.75,
    engaged: 0.9,
    clinician: { NO_CLINICIAN: 0.06, REMOTE: 0.06, ON_SCENE: 0.88 },
    consulted: 0.25,
    linked: 0.44,
    followedUp: 0.48,
    responseMinutes: 21,
    sceneMinutes: 62,
    police: 1,
  },
  MOBILE_CRISIS: {
    arrest: 0.1,
    force: 0.1,
    hold: 0.45,
    engaged: 0.72,
    clinician: { NO_CLINICIAN: 0.04, REMOTE: 0.06, ON_SCENE: 0.9 },
    consulted: 0.3,
    linked: 0.5,
    followedUp: 0.55,
    responseMinutes: 34,
    sceneMinutes: 58,
    police: 0.12,
  },
  DISPATCH_CONSULT: {
    arrest: 0.7,
    force: 0.7,
    hold: 0.8,
    engaged: 0.88,
    clinician: { NO_CLINICIAN: 0.12, REMOTE: 0.82, ON_SCENE: 0.06 },
    consulted: 0.93,
    linked: 0.34,
    followedUp: 0.28,
    responseMinutes: 15,
    sceneMinutes: 41,
    police: 0.86,
  },
};

/** Share of calls of each type a program is sent to when it is there: the unarmed go to the quiet ones. */
export const ROUTING: Readonly<Record<ProgramStory['model'], Readonly<Record<CallType, number>>>> = {
  CIT: shares({
    SUICIDE: 0.6,
    PSYCHOSIS: 0.65,
    EMOTIONAL_DISTRESS: 0.5,
    WELFARE_CHECK: 0.3,
    DISTURBANCE: 0.45,
    VIOLENCE_OR_WEAPON: 0.6,
  }),
  CO_RESPONDER: shares({
    SUICIDE: 0.55,
    PSYCHOSIS: 0.5,
    EMOTIONAL_DISTRESS: 0.6,
    WELFARE_CHECK: 0.5,
    DISTURBANCE: 0.15,
    VIOLENCE_OR_WEAPON: 0.05,
  }),
  MOBILE_CRISIS: shares({
    SUICIDE: 0.4,
    PSYCHOSIS: 0.35,
    EMOTIONAL_DISTRESS: 0.65,
    WELFARE_CHECK: 0.6,
    DISTURBANCE: 0.1,
    VIOLENCE_OR_WEAPON: 0.01,
  }),
  DISPATCH_CONSULT: shares({
    SUICIDE: 0.65,
    PSYCHOSIS: 0.55,
    EMOTIONAL_DISTRESS: 0.6,
    WELFARE_CHECK: 0.45,
    DISTURBANCE: 0.3,
    VIOLENCE_OR_WEAPON: 0.15,
  }),
};

function shares(given: Omit<Record<CallType, number>, 'SUBSTANCE_USE' | 'OTHER_CALL'>): Record<CallType, number> {
  return { ...given, SUBSTANCE_USE: 0.2, OTHER_CALL: 0.2 };
}

/** Whether a program answers in a part of the day. */
export function isOnDuty({ hours }: ProgramStory, shift: string): boolean {
  return hours === 'AROUND_THE_CLOCK' || shift === 'DAY' || (hours === 'DAY_AND_EVENING' && shift === 'EVENING');
}

/** Hours of operation in words. */
export const HOURS: Readonly<Record<ProgramStory['hours'], string>> = {
  AROUND_THE_CLOCK: 'Every day, around the clock',
  DAYS_ONLY: 'Every day, 06:00-14:00',
  DAY_AND_EVENING: 'Every day, 06:00-22:00',
};

const EVERY_DAY = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;

/** The same by day and time. */
export const OPENINGS: Readonly<Record<ProgramStory['hours'], readonly Opening[]>> = {
  AROUND_THE_CLOCK: [{ days: EVERY_DAY, from: '00:00', until: '00:00' }],
  DAYS_ONLY: [{ days: EVERY_DAY, from: '06:00', until: '14:00' }],
  DAY_AND_EVENING: [{ days: EVERY_DAY, from: '06:00', until: '22:00' }],
};
