import { SHIFT_STARTS } from '../../schema/codelists/index.js';

/** A span of opening hours on some days, local time: `08:00` to `20:00`, past midnight when the end is not after the start. */
export interface OpenHours {
  readonly days: readonly string[];
  readonly from: string;
  readonly until: string;
}

/** A part of the week that encounters tell apart: a leaf of SHIFT and a leaf of WEEKEND. */
export interface WeekPart {
  readonly shift: string;
  readonly weekend: 'YES' | 'NO';
}

/** How many of a part's hours a week are open. */
export interface OpenPart extends WeekPart {
  readonly openHours: number;
  readonly hours: number;
}

export const HOURS_A_WEEK = 168;

const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const WEEKEND_FROM = 5;
const QUARTERS_AN_HOUR = 4;
const QUARTERS_A_DAY = 24 * QUARTERS_AN_HOUR;
const QUARTERS_A_WEEK = HOURS_A_WEEK * QUARTERS_AN_HOUR;

/** The parts of a week, shift by shift, and how many of the hours of each are open. Overlaps count once. */
export function openPartsOf(openings: readonly OpenHours[]): readonly OpenPart[] {
  const open = openQuarters(openings);
  const parts = SHIFT_STARTS.flatMap(({ shift }) => (['NO', 'YES'] as const).map((weekend) => ({ shift, weekend })));

  return parts.map((part) => {
    const quarters = Array.from({ length: QUARTERS_A_WEEK }, (_, quarter) => quarter).filter((quarter) =>
      isIn(part, quarter),
    );
    const openHours = quarters.filter((quarter) => open.has(quarter)).length / QUARTERS_AN_HOUR;
    return { ...part, openHours, hours: quarters.length / QUARTERS_AN_HOUR };
  });
}

/** Hours open in a week, 0 to 168. */
export function weeklyHoursOf(openings: readonly OpenHours[]): number {
  return openQuarters(openings).size / QUARTERS_AN_HOUR;
}

/** Quarters of an hour from Monday's midnight that are open; Sunday's night runs into Monday. */
function openQuarters(openings: readonly OpenHours[]): ReadonlySet<number> {
  const open = new Set<number>();
  for (const { days, from, until } of openings) {
    const [first, last] = [quarterOf(from), quarterOf(until)];
    const length = last > first ? last - first : last - first + QUARTERS_A_DAY;
    for (const day of days) {
      const start = DAYS.indexOf(day) * QUARTERS_A_DAY + first;
      for (let quarter = 0; quarter < length; quarter += 1) open.add((start + quarter) % QUARTERS_A_WEEK);
    }
  }
  return open;
}

function isIn({ shift, weekend }: WeekPart, quarter: number): boolean {
  const isWeekend = quarter >= WEEKEND_FROM * QUARTERS_A_DAY;
  return isWeekend === (weekend === 'YES') && shiftAt((quarter % QUARTERS_A_DAY) / QUARTERS_AN_HOUR) === shift;
}

function shiftAt(hour: number): string {
  return SHIFT_STARTS.findLast((start) => hour >= start.hour)?.shift ?? 'NIGHT';
}

function quarterOf(time: string): number {
  return Number(time.slice(0, 2)) * QUARTERS_AN_HOUR + Number(time.slice(3)) / 15;
}
