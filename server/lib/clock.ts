/** The time, passed in through the door so that a test can hold it still. */
export interface Clock {
  readonly now: () => Date;
}

export const systemClock: Clock = { now: () => new Date() };
