/** Days of an agency's encounters, person by person, so that prior and repeat contacts are what they say. */
export interface PersonHistory {
  /** Leaf of PRIOR_CONTACT of an encounter, by its place in order of day. */
  readonly priorOf: (index: number) => string;
  /** Leaf of REPEAT_30 of an encounter, by its place in order of day. */
  readonly repeatOf: (index: number) => string;
}

const REPEAT_DAYS = 30;

/** @param days day of each encounter, ascending. @param persons number of the person of each. */
export function personHistory(
  days: readonly number[],
  persons: readonly number[],
  { lastDay }: { lastDay: number },
): PersonHistory {
  const [before, after] = [
    daysToNeighbour(days, persons),
    daysToNeighbour(days.toReversed(), persons.toReversed()).toReversed(),
  ];
  return {
    priorOf: (index) => priorLeaf(before[index] ?? null),
    repeatOf: (index) => {
      const next = after[index] ?? null;
      if (next !== null && next <= REPEAT_DAYS) return 'YES';
      return lastDay - (days[index] ?? 0) < REPEAT_DAYS ? 'UNKNOWN' : 'NO';
    },
  };
}

function daysToNeighbour(days: readonly number[], persons: readonly number[]): readonly (number | null)[] {
  const lastSeen = new Map<number, number>();
  return days.map((day, index) => {
    const person = persons[index] ?? 0;
    const last = lastSeen.get(person);
    lastSeen.set(person, day);
    return last === undefined ? null : Math.abs(day - last);
  });
}

function priorLeaf(days: number | null): string {
  if (days === null || days > 365) return 'NO_PRIOR_CONTACT';
  if (days <= 30) return 'WITHIN_30_DAYS';
  return days <= 90 ? 'WITHIN_90_DAYS' : 'WITHIN_365_DAYS';
}
