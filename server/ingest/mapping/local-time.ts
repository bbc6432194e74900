import type { LocalTime } from '../../../schema/records/index.js';

const MINUTES_PER_DAY = 1_440;
const MS_PER_MINUTE = 60_000;

/** The parts of a time that were written. */
export interface WrittenTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly minute: number | null;
  /** Minutes east of UTC, when an offset was written. */
  readonly offset: number | null;
}

export type TimeReader = (text: string) => WrittenTime | null;

const tokens: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour12>\\d{2})',
  h: '(?<hour12>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})(?:\\.\\d+)?',
  A: '(?<half>[AaPp])\\.?[Mm]\\.?',
  Z: '(?<offset>Z|[+-]\\d{2}:?\\d{2})',
};

/** Compile a format such as `M/D/YYYY H:mm`. A letter that is no token stands for itself: the T of an ISO time. */
export function timeReader(format: string): TimeReader {
  const source = format.replace(/YYYY|MM?|DD?|HH?|hh?|mm|ss|A|Z|\s+|[^A-Za-z0-9\s]/g, (piece) => {
    if (tokens[piece] !== undefined) return tokens[piece];
    return piece.trim() === '' ? '\\s+' : `\\${piece}`;
  });
  const pattern = new RegExp(`^${source}$`);
  return (text) => timeFrom(pattern.exec(text.trim())?.groups);
}

function timeFrom(found: Readonly<Record<string, string>> | undefined): WrittenTime | null {
  if (found === undefined) return null;

  const [year, month, day] = [numberOf(found['year'], 1970), numberOf(found['month'], 1), numberOf(found['day'], 1)];
  const minute = minuteOfDay(found);
  const isReal = isCalendarDay({ year, month, day }) && (minute === null || (minute >= 0 && minute < MINUTES_PER_DAY));
  return isReal ? { year, month, day, minute, offset: offsetFrom(found['offset']) } : null;
}

function numberOf(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : Number(text);
}

function minuteOfDay(found: Readonly<Record<string, string>>): number | null {
  const isHalfDay = found['half'] !== undefined;
  const written = found['hour'] ?? found['hour12'];
  if (written === undefined) return null;

  const hour = Number(written);
  if (isHalfDay && (hour < 1 || hour > 12)) return Number.NaN;
  const isAfternoon = isHalfDay && found['half']?.toLowerCase() === 'p';
  const hour24 = isHalfDay ? (hour % 12) + (isAfternoon ? 12 : 0) : hour;
  const [minute, second] = [numberOf(found['minute'], 0), numberOf(found['second'], 0)];
  return minute < 60 && second < 60 ? hour24 * 60 + minute + second / 60 : Number.NaN;
}

function isCalendarDay({ year, month, day }: { year: number; month: number; day: number }): boolean {
  const daysInMonth = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= daysInMonth;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function offsetFrom(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === 'Z') return 0;
  const sign = text.startsWith('-') ? -1 : 1;
  return sign * (Number(text.slice(1, 3)) * 60 + Number(text.slice(-2)));
}

/** Minutes from one local time to another. Negative when they are in the wrong order; null when one has no time. */
export function minutesBetween(from: LocalTime, to: LocalTime): number | null {
  if (from.minute === null || to.minute === null) return null;
  const days = (dayNumberOf(to) - dayNumberOf(from)) / MS_PER_MINUTE;
  return Math.round((days + to.minute - from.minute) * 1e6) / 1e6;
}

function dayNumberOf({ year, month, day }: LocalTime): number {
  return Date.UTC(year, month - 1, day);
}

/** `2025-03-16` */
export function isoDay({ year, month, day }: { year: number; month: number; day: number }): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** What clocks in a zone show at a time written with an offset: summer time comes and goes, a fixed offset does not. */
export function inZone(zone: string): (time: WrittenTime) => LocalTime {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return ({ year, month, day, minute, offset }) => {
    if (minute === null || offset === null) return { year, month, day, minute };
    const instant = Date.UTC(year, month - 1, day) + (minute - offset) * MS_PER_MINUTE;
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const shown = part('hour') * 60 + part('minute');
    return { year: part('year'), month: part('month'), day: part('day'), minute: shown + (minute % 1) };
  };
}
