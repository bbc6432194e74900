/** Why a row was rejected. Says where and what kind of value, never the value. */
export interface RowProblem {
  /** Line of the file, the header being line 1. */
  readonly line: number;
  /** Column of the line in characters, from 1; for a spreadsheet the number of the cell. */
  readonly column: number;
  /** Name of the column or field. */
  readonly field: string;
  /** `empty`, `text of 12 characters`, `number`, `date`. */
  readonly valueClass: string;
  /** The rule broken, and what would keep it. */
  readonly rule: string;
}

/** What kind of value it is, for a message that must not repeat it. */
export function valueClassOf(value: string): string {
  if (value.trim() === '') return value === '' ? 'empty' : 'blank';
  if (/^[+-]?[\d,]+(\.\d+)?$/.test(value)) return 'number';
  if (/^\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?([T ].*)?$/.test(value)) return 'date';
  return `text of ${value.length} characters`;
}
