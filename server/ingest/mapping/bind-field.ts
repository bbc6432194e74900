import { NOT_COLLECTED, UNKNOWN } from '../../../schema/codelists/index.js';
import { FROM_CALL_TIME } from '../../../schema/records/index.js';
import type { Answer, FieldRule, FieldSource, MinutesRule } from '../../../schema/records/index.js';

import type { Times } from './bind-times.js';
import type { Column, ColumnBook } from './column-book.js';
import { boundCondition, foldedCell } from './condition.js';
import { minutesBetween } from './local-time.js';
import { noteCell } from './row-notes.js';
import type { RowNotes } from './row-notes.js';
import { wholeNumberOf } from './whole-number.js';

/** A row on its way to a record. */
export interface RowAtHand {
  readonly cells: readonly string[];
  readonly times: Times;
  readonly notes: RowNotes;
}

export type FieldReader = (row: RowAtHand) => Answer;

interface FieldAsked {
  readonly code: string;
  readonly rule: FieldRule | undefined;
  readonly book: ColumnBook;
}

/** How one dimension is answered from a row. */
export function boundField({ code, rule, book }: FieldAsked): FieldReader {
  if (rule === undefined || rule === NOT_COLLECTED) return () => NOT_COLLECTED;
  if (rule === FROM_CALL_TIME || typeof rule === 'string') return () => FROM_CALL_TIME;

  const { constant, values, when, ageInYears, minutes } = rule;
  const missing = rule.missing ?? UNKNOWN;
  if (constant !== undefined) return () => constant;
  if (values !== undefined) return codedField({ code, source: rule, book });
  if (when !== undefined) return flaggedField({ code, source: rule, book });
  if (ageInYears !== undefined) return numberField({ code, column: book.find(ageInYears), missing });
  return minutesField({ code, rule: minutes ?? {}, book, missing });
}

interface SourceAsked {
  readonly code: string;
  readonly source: FieldSource;
  readonly book: ColumnBook;
}

function codedField({ code, source, book }: SourceAsked): FieldReader {
  const columns = (source.columns ?? []).flatMap((name) => book.find(name) ?? []);
  const readers = columns.map((column) => codeReader({ field: code, column, values: source.values ?? {} }));
  const missing = source.missing ?? UNKNOWN;
  return (row) => {
    const codes = readers.flatMap((read) => read(row) ?? []);
    return preferred(codes, source.precedence) ?? missing;
  };
}

/** The code that counts among several: the first in the precedence, or the first there. UNKNOWN only when alone. */
export function preferred(codes: readonly string[], precedence: readonly string[] = []): string | undefined {
  return precedence.find((code) => codes.includes(code)) ?? codes.find((code) => code !== UNKNOWN) ?? codes[0];
}

function codeReader({
  field,
  column,
  values,
}: {
  field: string;
  column: Column;
  values: Readonly<Record<string, string>>;
}) {
  const codes = new Map(Object.entries(values).map(([spelling, code]) => [column.fold(spelling), code]));
  return ({ cells, notes }: RowAtHand): string | null => {
    const text = column.read(cells);
    if (text === null) return null;
    const code = codes.get(column.fold(text));
    if (code === undefined) noteCell(notes, 'UNMAPPED_VALUE', { column, readFor: field, value: text });
    return code ?? null;
  };
}

/** Ordered rules over flag columns. A value no rule of the field names is a problem, whatever rule would apply. */
function flaggedField({ code, source, book }: SourceAsked): FieldReader {
  const rules = (source.when ?? []).map((rule) => ({ code: rule.code, condition: boundCondition(rule.if, book) }));
  const tests = rules.flatMap(({ condition }) => condition.tests);
  const columns = [...new Set(tests.map(({ column }) => column))];
  const known = columns.map((column) => ({
    column,
    spellings: new Set(tests.filter((test) => test.column === column).flatMap(({ spellings }) => [...spellings])),
  }));
  const missing = source.missing ?? UNKNOWN;

  return ({ cells, notes }) => {
    const strange = known.filter(({ column, spellings }) => isStrange(foldedCell(column, cells), spellings));
    for (const { column } of strange) noteFlag('UNMAPPED_VALUE', { code, column, cells, notes });
    const found = rules.find(({ condition }) => condition.holds(cells))?.code;
    const isMissing = columns.some((column) => column.read(cells) === null);
    const [first] = columns;
    if (found === undefined && strange.length === 0 && !isMissing && first !== undefined)
      noteFlag('NO_RULE_APPLIES', { code, column: first, cells, notes });
    return found ?? missing;
  };
}

function isStrange(folded: string | null, spellings: ReadonlySet<string | null>): boolean {
  return folded !== null && !spellings.has(folded);
}

function noteFlag(
  rule: 'UNMAPPED_VALUE' | 'NO_RULE_APPLIES',
  { code, column, cells, notes }: { code: string; column: Column; cells: readonly string[]; notes: RowNotes },
): void {
  noteCell(notes, rule, { column, readFor: code, value: cells[column.index] ?? '' });
}

function numberField({ code, column, missing }: { code: string; column: Column | null; missing: string }): FieldReader {
  return (row) => (column === null ? missing : (numberIn({ code, column, row }) ?? missing));
}

function numberIn({ code, column, row }: { code: string; column: Column; row: RowAtHand }): number | null {
  const text = column.read(row.cells);
  if (text === null) return null;
  const number = wholeNumberOf(text);
  if (number === null) noteCell(row.notes, 'UNREADABLE_NUMBER', { column, readFor: code, value: text });
  return number;
}

interface MinutesAsked {
  readonly code: string;
  readonly rule: MinutesRule;
  readonly book: ColumnBook;
  readonly missing: string;
}

/** From two times; from the columns when a time is missing; neither when both are there and disagree. */
function minutesField({ code, rule, book, missing }: MinutesAsked): FieldReader {
  const columns = (rule.columns ?? []).flatMap((name) => book.find(name) ?? []);
  const tolerance = rule.toleranceMinutes ?? 1;
  return (row) => {
    const [from, to] = [row.times.get(rule.from ?? '') ?? null, row.times.get(rule.to ?? '') ?? null];
    const timed = from === null || to === null ? null : minutesBetween(from, to);
    const written = sumOf(columns.map((column) => numberIn({ code, column, row })));
    const [first] = columns;
    if (timed !== null && written !== null && Math.abs(timed - written) > tolerance && first !== undefined) {
      noteCell(row.notes, 'MINUTES_DISAGREE', { column: first, readFor: code, value: String(written) });
      return UNKNOWN;
    }
    return timed ?? written ?? missing;
  };
}

function sumOf(numbers: readonly (number | null)[]): number | null {
  if (numbers.length === 0) return null;
  return numbers.reduce<number | null>((sum, number) => (sum === null || number === null ? null : sum + number), 0);
}
