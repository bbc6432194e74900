import { dimensions } from '../../../schema/catalogue/index.js';
import type { EncounterRecord, KeyRule, LocalTime, Mapping } from '../../../schema/records/index.js';
import type { Row } from '../sources/source.js';

import { boundField } from './bind-field.js';
import { boundTimes, firstOf } from './bind-times.js';
import type { Times } from './bind-times.js';
import type { ColumnBook } from './column-book.js';
import { boundCondition } from './condition.js';
import { isoDay } from './local-time.js';
import { rowProblem } from './row-notes.js';
import type { FileProblem, RowNotes } from './row-notes.js';
import { isExcelDamage } from './whole-number.js';

/** A mapping that knows where its columns stand in the file. */
export interface BoundMapping {
  /** Name of the rule by which the row is no encounter, or null. */
  readonly excludedBy: (cells: readonly string[]) => string | null;
  /** The incident number, or null when there is none. */
  readonly incidentOf: (cells: readonly string[]) => string | null;
  readonly record: (row: Row) => { readonly record: EncounterRecord | null; readonly problems: readonly FileProblem[] };
}

/** Parts of a key are joined by a character no export holds, so `1,23` and `12,3` stay two keys. */
const KEY_JOINT = '\u001f';

export function bindMapping(mapping: Mapping, book: ColumnBook, width: number): BoundMapping {
  const exclusions = (mapping.exclude ?? []).map((rule) => ({ name: rule.name, ...boundCondition(rule.if, book) }));
  const incidentOf = keyReader(mapping.incident, book);
  const personOf = mapping.person === undefined ? () => null : keyReader(mapping.person, book);
  const timesOf = boundTimes(mapping, book);
  const readers = dimensions.map(({ code }) => boundField({ code, rule: mapping.fields[code], book }));
  const incidentColumn = (book.find(mapping.incident.columns[0] ?? '')?.index ?? 0) + 1;

  const record: BoundMapping['record'] = ({ line, cells }) => {
    const notes: RowNotes = { line, problems: [] };
    if (cells.length !== width) return { record: null, problems: [widthProblem(line, cells.length)] };

    const times = timesOf(cells, notes);
    const answers = readers.map((read) => read({ cells, times, notes }));
    const calledAt = callTimeOf(mapping, times);
    const incident = incidentOf(cells);
    noteKey(notes, { incident, column: incidentColumn, field: mapping.incident.columns[0] ?? '' });
    noteCall(notes, { calledAt, mapping });

    const isGood = notes.problems.every(({ effect }) => effect === 'KEPT') && incident !== null && calledAt !== null;
    return {
      record: isGood ? { line, incident, person: personOf(cells), calledAt, answers } : null,
      problems: notes.problems,
    };
  };

  return { incidentOf, record, excludedBy: (cells) => exclusions.find(({ holds }) => holds(cells))?.name ?? null };
}

function keyReader({ columns, prefix }: KeyRule, book: ColumnBook): (cells: readonly string[]) => string | null {
  const found = columns.flatMap((name) => book.find(name) ?? []);
  return (cells) => {
    const parts = found.map((column) => column.read(cells)?.trim() ?? null);
    if (parts.length === 0 || parts.some((part) => part === null)) return null;
    return [...(prefix === undefined ? [] : [prefix]), ...parts].join(KEY_JOINT);
  };
}

function callTimeOf({ callTime }: Mapping, times: Times): LocalTime | null {
  return firstOf(callTime.map((name) => times.get(name) ?? null));
}

function noteKey(
  notes: RowNotes,
  { incident, column, field }: { incident: string | null; column: number; field: string },
): void {
  const place = { line: notes.line, column, field: `${field} (incident)` };
  if (incident === null) notes.problems.push(rowProblem('NO_INCIDENT_NUMBER', { ...place, value: '' }));
  else if (incident.split(KEY_JOINT).some(isExcelDamage))
    notes.problems.push(rowProblem('EXCEL_DAMAGE', { ...place, value: incident }));
}

function noteCall(notes: RowNotes, { calledAt, mapping }: { calledAt: LocalTime | null; mapping: Mapping }): void {
  const place = { line: notes.line, column: 1, field: `call time (${mapping.callTime.join(', ')})`, value: '' };
  const isUnreadable = notes.problems.some(({ code }) => code === 'UNREADABLE_TIME' || code === 'EXCEL_DAMAGE');
  if (calledAt === null) {
    if (!isUnreadable) notes.problems.push(rowProblem('NO_CALL_DATE', place));
    return;
  }
  const day = isoDay(calledAt);
  const { period } = mapping;
  if (period !== undefined && (day < period.from || day > period.to))
    notes.problems.push(rowProblem('OUTSIDE_PERIOD', { ...place, value: day }));
}

function widthProblem(line: number, width: number): FileProblem {
  return { ...rowProblem('WRONG_WIDTH', { line, column: 1, field: 'row', value: '' }), valueClass: `${width} cells` };
}
