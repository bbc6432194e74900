import { MINUTE_BINS, SHIFT_STARTS } from '../../schema/codelists/index.js';
import type { LocalTime } from '../../schema/records/index.js';

const AGE_MAX = 120;
const MINUTES_MAX = 1_440;
const MS_PER_DAY = 86_400_000;

const ageBands: readonly { readonly from: number; readonly band: string }[] = [
  { from: 65, band: 'AGE_65_AND_OVER' },
  { from: 55, band: 'AGE_55_64' },
  { from: 45, band: 'AGE_45_54' },
  { from: 35, band: 'AGE_35_44' },
  { from: 25, band: 'AGE_25_34' },
  { from: 18, band: 'AGE_18_24' },
  { from: 0, band: 'UNDER_18' },
];

/** Band of an age in completed years; null when nobody has that age. */
export function ageBandOf(years: number): string | null {
  return years > AGE_MAX ? null : (ageBands.find(({ from }) => years >= from)?.band ?? null);
}

/** Fixed public bin of a duration; null outside 0 to 24 hours, where a clock or a form is wrong. */
export function minuteBinOf(minutes: number): string | null {
  if (!(minutes >= 0 && minutes < MINUTES_MAX)) return null;
  return MINUTE_BINS.findLast(({ from }) => minutes >= from)?.code ?? null;
}

/** Part of the day a call came in; null when only its day is known. */
export function shiftOf({ minute }: LocalTime): string | null {
  if (minute === null) return null;
  return SHIFT_STARTS.findLast(({ hour }) => minute >= hour * 60)?.shift ?? 'NIGHT';
}

/** YES on Saturday and Sunday. The day alone decides, so a call without a time of day has an answer too. */
export function weekendOf({ year, month, day }: LocalTime): string {
  const daysSinceThursday = Date.UTC(year, month - 1, day) / MS_PER_DAY;
  const weekday = (((daysSinceThursday + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6 ? 'YES' : 'NO';
}

/** `2025-03` */
export function monthOf({ year, month }: LocalTime): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}
