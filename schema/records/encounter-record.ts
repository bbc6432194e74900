/** One encounter as the agency knows it, read through its mapping. Never leaves the agency's machine. */
export interface EncounterRecord {
  /** First line of the row in the file. */
  readonly line: number;
  /** The agency's own incident number. Goes into a keyed hash and nowhere else. */
  readonly incident: string;
  readonly person: string | null;
  readonly calledAt: LocalTime;
  /** One answer for every dimension, in catalogue order. */
  readonly answers: readonly Answer[];
}

/**
 * A code of the dimension, or a number still to be put in a band: years for AGE_BAND, minutes for the two durations.
 * FROM_CALL_TIME asks for the code the call time implies.
 */
export type Answer = string | number;

export const FROM_CALL_TIME = 'FROM_CALL_TIME';

/** A time as the clock on the wall had it. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** Minutes since midnight, with fraction; null when only the day is known. */
  readonly minute: number | null;
}
