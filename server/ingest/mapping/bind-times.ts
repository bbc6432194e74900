import type { LocalTime, Mapping, TimeRule } from '../../../schema/records/index.js';

import type { Column, ColumnBook } from './column-book.js';
import { inZone, isoDay, timeReader } from './local-time.js';
import type { TimeReader, WrittenTime } from './local-time.js';
import type { RowNotes } from './row-notes.js';
import { noteCell } from './row-notes.js';
import { isExcelDamage } from './whole-number.js';

/** Every named time of a row; null where nothing is there. */
export type Times = ReadonlyMap<string, LocalTime | null>;
type TimeOf = (cells: readonly string[], notes: RowNotes) => LocalTime | null;

export function boundTimes(mapping: Mapping, book: ColumnBook): (cells: readonly string[], notes: RowNotes) => Times {
  const bound = Object.entries(mapping.times).map(([name, rules]) => ({
    name,
    rules: rules.map((rule) => boundTime({ name, rule, mapping, book })),
  }));
  return (cells, notes) =>
    new Map(bound.map(({ name, rules }) => [name, firstOf(rules.map((timeOf) => timeOf(cells, notes)))]));
}

/** The first with a time of day; failing that the first with a day. */
export function firstOf(times: readonly (LocalTime | null)[]): LocalTime | null {
  const there = times.filter((time) => time !== null);
  return there.find(({ minute }) => minute !== null) ?? there[0] ?? null;
}

interface TimeAsked {
  readonly name: string;
  readonly rule: TimeRule;
  readonly mapping: Mapping;
  readonly book: ColumnBook;
}

function boundTime({ name, rule, mapping, book }: TimeAsked): TimeOf {
  const [column, clock] = [book.find(rule.column), rule.timeColumn === undefined ? null : book.find(rule.timeColumn)];
  if (column === null) return () => null;

  const field = `time ${name}`;
  const readDay = cellReader({ column, formats: rule.formats, field });
  const readClock = clock === null ? null : cellReader({ column: clock, formats: rule.timeFormats ?? [], field });
  const toLocal = localiser(rule, mapping);
  return (cells, notes) => {
    const day = readDay(cells, notes);
    if (day === null || rule.sentinels?.includes(isoDay(day)) === true) return null;
    const written = readClock === null ? day : { ...day, minute: readClock(cells, notes)?.minute ?? null };
    return rule.midnightIsMissing === true && written.minute === 0
      ? toLocal({ ...written, minute: null })
      : toLocal(written);
  };
}

function localiser(rule: TimeRule, { zone }: Mapping): (time: WrittenTime) => LocalTime {
  if (rule.offset === 'CONVERT' && zone !== undefined) return inZone(zone);
  return ({ year, month, day, minute }) => ({ year, month, day, minute });
}

interface CellAsked {
  readonly column: Column;
  readonly formats: readonly string[];
  readonly field: string;
}

function cellReader({
  column,
  formats,
  field,
}: CellAsked): (cells: readonly string[], notes: RowNotes) => WrittenTime | null {
  const readers = formats.map(timeReader);
  return (cells, notes) => {
    const text = column.read(cells);
    if (text === null) return null;
    const time = readBy(readers, text);
    if (time === null)
      noteCell(notes, isExcelDamage(text) ? 'EXCEL_DAMAGE' : 'UNREADABLE_TIME', {
        column,
        readFor: field,
        value: text,
      });
    return time;
  };
}

function readBy(readers: readonly TimeReader[], text: string): WrittenTime | null {
  for (const read of readers) {
    const time = read(text);
    if (time !== null) return time;
  }
  return null;
}
