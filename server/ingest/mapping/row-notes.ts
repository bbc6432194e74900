import { valueClassOf } from '../../../schema/records/index.js';
import type { RowProblem } from '../../../schema/records/index.js';
import { identifierShapeOf } from '../../lib/index.js';
import type { IdentifierShape } from '../../lib/index.js';

/** What came of a problem: the row was REJECTED, or it was KEPT with the value set to UNKNOWN. */
export type Effect = 'REJECTED' | 'KEPT';

/** The rule a row breaks. The report counts problems by these. */
export type RowRule =
  | 'UNMAPPED_VALUE'
  | 'NO_RULE_APPLIES'
  | 'UNREADABLE_TIME'
  | 'UNREADABLE_NUMBER'
  | 'NO_INCIDENT_NUMBER'
  | 'NO_CALL_DATE'
  | 'OUTSIDE_PERIOD'
  | 'EXCEL_DAMAGE'
  | 'WRONG_WIDTH'
  | 'DUPLICATE_INCIDENT'
  | 'PART_OF_REJECTED_INCIDENT'
  | 'MINUTES_DISAGREE'
  | 'ROWS_DISAGREE';

export interface FileProblem extends RowProblem {
  readonly effect: Effect;
  readonly code: RowRule;
  /** The direct identifier the value looks like, if it does. */
  readonly identifier: IdentifierShape | null;
}

const sentences: Readonly<Record<RowRule, string>> = {
  UNMAPPED_VALUE: 'the mapping has no code for this value: add its spelling to the values of the field',
  NO_RULE_APPLIES: 'no rule of the field applies to this combination: add a rule for it',
  UNREADABLE_TIME: 'none of the formats of the time fits: add a format, or a null spelling of the column',
  UNREADABLE_NUMBER:
    'a whole number is needed here, with or without thousands commas: add a null spelling if it means none',
  NO_INCIDENT_NUMBER: 'an encounter needs an incident number to be told from others: fill it in the export',
  NO_CALL_DATE: 'an encounter needs the day of the call: fill it in the export, or name a further time in callTime',
  OUTSIDE_PERIOD:
    'the day of the call is outside the period of the mapping, or in the future: check the day, or widen the period',
  EXCEL_DAMAGE: 'a spreadsheet rewrote this value as a number or time: export again without opening the file in it',
  WRONG_WIDTH: 'the row has more or fewer cells than the header: mend the quotes or delimiters of the line',
  DUPLICATE_INCIDENT: 'the incident number was on an earlier line: remove one, or set rows to MANY_PER_ENCOUNTER',
  PART_OF_REJECTED_INCIDENT:
    'another row of the same incident was rejected, and half an encounter would be a wrong one',
  MINUTES_DISAGREE: 'the minutes written differ from the two times by more than the tolerance: neither was used',
  ROWS_DISAGREE: 'rows of one incident say different things and the field asks them to agree: set to UNKNOWN',
};

const kept: ReadonlySet<RowRule> = new Set<RowRule>(['MINUTES_DISAGREE', 'ROWS_DISAGREE']);

/** A problem of a row. Says what kind of value it is and never repeats it. */
export function rowProblem(
  code: RowRule,
  { line, column, field, value }: { line: number; column: number; field: string; value: string },
): FileProblem {
  const identifier = identifierShapeOf(value);
  const valueClass =
    identifier === null || identifier === 'free text' ? valueClassOf(value) : `looks like: ${identifier}`;
  const effect = kept.has(code) ? 'KEPT' : 'REJECTED';
  return { line, column, field, valueClass, rule: sentences[code], effect, code, identifier };
}

/** Collects what is wrong with one row, all of it. */
export interface RowNotes {
  readonly line: number;
  readonly problems: FileProblem[];
}

/** Note a problem of one cell: by its column, and the field or time it was read for. */
export function noteCell(
  notes: RowNotes,
  code: RowRule,
  {
    column,
    readFor,
    value,
  }: { column: { readonly index: number; readonly name: string }; readFor: string; value: string },
): void {
  const field = `${column.name} (${readFor})`;
  notes.problems.push(rowProblem(code, { line: notes.line, column: column.index + 1, field, value }));
}
