/** What the number of a cell means: a plain number, a day, a time of day, or both. */
export type CellFormat = 'NUMBER' | 'DAY' | 'TIME' | 'DAY_AND_TIME';

/** Number formats every workbook has without declaring them. Source: ECMA-376 part 1, 18.8.30. */
const builtIn: Readonly<Record<number, CellFormat>> = {
  14: 'DAY',
  15: 'DAY',
  16: 'DAY',
  17: 'DAY',
  18: 'TIME',
  19: 'TIME',
  20: 'TIME',
  21: 'TIME',
  22: 'DAY_AND_TIME',
  45: 'TIME',
  46: 'TIME',
  47: 'TIME',
};

export function isTimeFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return builtIn[id] ?? 'NUMBER';

  const tokens = code
    .toLowerCase()
    .replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/g, '')
    .split(';', 1)[0];
  const hasDay = /[yd]|m{3,}/.test(tokens ?? '');
  const hasTime = /[hs]/.test(tokens ?? '');
  if (hasDay && hasTime) return 'DAY_AND_TIME';
  if (hasDay) return 'DAY';
  return hasTime ? 'TIME' : 'NUMBER';
}

const SECONDS_PER_DAY = 86_400;
/** Serial 0 of a workbook that counts from 1900, as Unix days. Excel believes in a 29 February 1900, serial 60. */
const DAYS_TO_1900 = -25_569;
const DAYS_1900_TO_1904 = 1_462;

/** The text of a serial: `2025-03-16T08:36:00`, `2025-03-16` or `08:36:00`. Excel keeps local time and no zone. */
export function textOfSerial(
  serial: number,
  { format, countsFrom1904 }: { format: CellFormat; countsFrom1904: boolean },
): string {
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  const days = Math.floor(seconds / SECONDS_PER_DAY);
  const isTimeAlone = format === 'TIME' && days === 0;
  const leapError = !countsFrom1904 && days < 60 ? 1 : 0;
  const unixDays = days + DAYS_TO_1900 + (countsFrom1904 ? DAYS_1900_TO_1904 : leapError);
  const clock = clockOf(seconds - days * SECONDS_PER_DAY);
  if (isTimeAlone) return clock;
  return format === 'DAY' ? dayOf(unixDays) : `${dayOf(unixDays)}T${clock}`;
}

function clockOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Civil date of a number of days since 1970-01-01. Source: Howard Hinnant, chrono-compatible date algorithms. */
function dayOf(unixDays: number): string {
  const shifted = unixDays + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
