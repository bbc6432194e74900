/** What the invented calls are like. Rates near the public reports of the field; the planted truths are in programs.ts. */

export const CALL_TYPES = {
  SUICIDE: 0.24,
  PSYCHOSIS: 0.15,
  EMOTIONAL_DISTRESS: 0.16,
  WELFARE_CHECK: 0.17,
  DISTURBANCE: 0.13,
  VIOLENCE_OR_WEAPON: 0.05,
  SUBSTANCE_USE: 0.06,
  OTHER_CALL: 0.04,
} as const;

export type CallType = keyof typeof CALL_TYPES;

/** How an engaged encounter with standard patrol goes, by call type. */
interface CallStory {
  /** Share that ends in arrest. */
  readonly arrest: number;
  readonly force: number;
  /** Share in which a chargeable offence existed, beyond those arrested. */
  readonly eligible: number;
  readonly hold: number;
  readonly weapon: number;
}

export const CALLS: Readonly<Record<CallType, CallStory>> = {
  SUICIDE: { arrest: 0.02, force: 0.015, eligible: 0.03, hold: 0.34, weapon: 0.12 },
  PSYCHOSIS: { arrest: 0.09, force: 0.04, eligible: 0.12, hold: 0.28, weapon: 0.06 },
  EMOTIONAL_DISTRESS: { arrest: 0.03, force: 0.008, eligible: 0.05, hold: 0.1, weapon: 0.02 },
  WELFARE_CHECK: { arrest: 0.02, force: 0.004, eligible: 0.02, hold: 0.07, weapon: 0.01 },
  DISTURBANCE: { arrest: 0.2, force: 0.04, eligible: 0.3, hold: 0.1, weapon: 0.04 },
  VIOLENCE_OR_WEAPON: { arrest: 0.38, force: 0.11, eligible: 0.35, hold: 0.12, weapon: 0.6 },
  SUBSTANCE_USE: { arrest: 0.1, force: 0.02, eligible: 0.2, hold: 0.06, weapon: 0.02 },
  OTHER_CALL: { arrest: 0.06, force: 0.01, eligible: 0.08, hold: 0.05, weapon: 0.02 },
};

/** Where an engaged encounter ends that is neither arrest nor hold. */
export const OTHER_ENDINGS = {
  RESOLVED_ON_SCENE: 0.42,
  REFERRED: 0.24,
  EMERGENCY_DEPARTMENT: 0.16,
  CRISIS_FACILITY: 0.07,
  CITED: 0.03,
  DIVERTED: 0.03,
  UNFOUNDED: 0.03,
  OTHER_DISPOSITION: 0.02,
} as const;

export const PEOPLE = {
  AGE_BAND: {
    UNDER_18: 0.12,
    AGE_18_24: 0.15,
    AGE_25_34: 0.24,
    AGE_35_44: 0.19,
    AGE_45_54: 0.13,
    AGE_55_64: 0.1,
    AGE_65_AND_OVER: 0.07,
  },
  GENDER: { FEMALE: 0.44, MALE: 0.53, ANOTHER_GENDER: 0.03 },
  RACE_ETHNICITY: {
    AMERICAN_INDIAN_OR_ALASKA_NATIVE: 0.04,
    ASIAN: 0.06,
    BLACK_OR_AFRICAN_AMERICAN: 0.09,
    HISPANIC_OR_LATINO: 0.22,
    MIDDLE_EASTERN_OR_NORTH_AFRICAN: 0.01,
    NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER: 0.02,
    WHITE: 0.5,
    MULTIRACIAL: 0.04,
    OTHER_RACE: 0.02,
  },
  VETERAN: { YES: 0.06, NO: 0.94 },
  HOUSING: { HOUSED: 0.68, UNSTABLY_HOUSED: 0.1, UNHOUSED: 0.22 },
} as const;

export const CALL_SOURCES = {
  EMERGENCY_911: 0.7,
  LINE_988: 0.06,
  OFFICER_INITIATED: 0.07,
  OFFICER_REQUEST: 0.05,
  COMMUNITY_PARTNER: 0.08,
  OTHER_SOURCE: 0.04,
} as const;

/** Hour of the call: evenings are busiest. */
export const SHIFTS = { DAY: 0.36, EVENING: 0.42, NIGHT: 0.22 } as const;

/** Share left open of a field an agency does collect. */
export const UNKNOWN_SHARE: Readonly<Record<string, number>> = {
  CALL_TYPE: 0.01,
  CALL_SOURCE: 0.02,
  AGE_BAND: 0.05,
  GENDER: 0.02,
  RACE_ETHNICITY: 0.09,
  VETERAN: 0.35,
  HOUSING: 0.2,
  WEAPON: 0.04,
  CLINICIAN: 0.02,
  CONSULTED_BEFORE_ARRIVAL: 0.03,
  FORCE: 0.01,
  SUBJECT_INJURY: 0.02,
  OFFICER_INJURY: 0.01,
  DISPOSITION: 0.03,
  LINKED_TO_CARE: 0.22,
  FOLLOW_UP: 0.12,
  RESPONSE_MINUTES: 0.06,
  SCENE_MINUTES: 0.08,
};
