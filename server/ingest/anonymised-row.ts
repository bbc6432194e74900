import { dimensions } from '../../schema/catalogue/index.js';
import { ANONYMISED_COLUMNS, valueClassOf } from '../../schema/records/index.js';
import type { RowProblem } from '../../schema/records/index.js';

/** No row of codes is longer. */
export const LINE_CHARACTERS_MAX = 4_096;

export const PERSON_COLUMN = 1;
const MONTH_COLUMN = 2;
export const FIRST_DIMENSION_COLUMN = 3;

/** What is wrong with a row: nothing, or everything at once. */
export function rowCheck(lastMonth: string): (fields: readonly string[], line: number) => readonly RowProblem[] {
  const leaves = dimensions.map(({ tree }) => new Set(tree.leaves));
  const isKey = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);
  const isMonth = (text: string): boolean =>
    /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && text >= '1990-01' && text <= lastMonth;

  const ruleAt = (index: number, text: string): string | null => {
    if (index === 0) return isKey(text) ? null : 'an encounter key is 32 hexadecimal digits';
    if (index === PERSON_COLUMN)
      return text === '' || isKey(text) ? null : 'a person token is 32 hexadecimal digits or empty';
    if (index === MONTH_COLUMN) return isMonth(text) ? null : `a month reads 2024-03 and is at most ${lastMonth}`;
    return leaves[index - FIRST_DIMENSION_COLUMN]?.has(text) === true
      ? null
      : 'not a leaf of its codelist; see the codebook';
  };

  return (fields, line) => {
    if (fields.length !== ANONYMISED_COLUMNS.length) return [wrongWidth(fields, line)];

    const problems: RowProblem[] = [];
    for (let index = 0; index < fields.length; index += 1) {
      const text = fields[index] ?? '';
      const rule = ruleAt(index, text);
      if (rule !== null) problems.push(problemAt({ fields, index, line, rule }));
    }
    return problems;
  };
}

function problemAt({
  fields,
  index,
  line,
  rule,
}: {
  fields: readonly string[];
  index: number;
  line: number;
  rule: string;
}): RowProblem {
  const column = fields.slice(0, index).reduce((characters, field) => characters + field.length + 1, 1);
  return { line, column, field: ANONYMISED_COLUMNS[index] ?? '', valueClass: valueClassOf(fields[index] ?? ''), rule };
}

function wrongWidth(fields: readonly string[], line: number): RowProblem {
  return {
    line,
    column: 1,
    field: 'row',
    valueClass: `${fields.length} fields`,
    rule: `a row has ${ANONYMISED_COLUMNS.length} fields of at most ${LINE_CHARACTERS_MAX} characters in all, none quoted`,
  };
}
