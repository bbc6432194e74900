import type { ColumnUse, Condition, FieldSource, Mapping } from '../../../schema/records/index.js';

import { spellingsIn } from './condition.js';

type Path = ColumnUse['path'];

/** Every place in a mapping that names a column. */
export function columnUsesOf(mapping: Mapping): readonly ColumnUse[] {
  return [
    ...listed(mapping.incident.columns, 'KEY', ['incident', 'columns']),
    ...listed(mapping.person?.columns ?? [], 'KEY', ['person', 'columns']),
    ...(mapping.exclude ?? []).flatMap((rule, index) => conditioned(rule.if, 'EXCLUSION', ['exclude', index, 'if'])),
    ...timeUses(mapping),
    ...Object.entries(mapping.fields).flatMap(([code, rule]) =>
      typeof rule === 'string' ? [] : fieldUses(rule, ['fields', code]),
    ),
  ];
}

function fieldUses(source: FieldSource, path: Path): readonly ColumnUse[] {
  const { columns = [], values = {}, when = [], ageInYears, minutes } = source;
  return [
    ...listed(columns, 'CODE', [...path, 'columns'], Object.keys(values)),
    ...when.flatMap((rule, index) => conditioned(rule.if, 'CODE', [...path, 'when', index, 'if'])),
    ...(ageInYears === undefined ? [] : [useOf(ageInYears, 'AGE', [...path, 'ageInYears'])]),
    ...listed(minutes?.columns ?? [], 'MINUTES', [...path, 'minutes', 'columns']),
  ];
}

function timeUses({ times }: Mapping): readonly ColumnUse[] {
  return Object.entries(times).flatMap(([name, rules]) =>
    rules.flatMap(({ column, timeColumn }, index) => [
      useOf(column, 'TIME', ['times', name, index, 'column']),
      ...(timeColumn === undefined ? [] : [useOf(timeColumn, 'TIME', ['times', name, index, 'timeColumn'])]),
    ]),
  );
}

function listed(
  columns: readonly string[],
  use: ColumnUse['use'],
  path: Path,
  spellings: readonly string[] = [],
): readonly ColumnUse[] {
  return columns.map((column, index) => ({ column, use, path: [...path, index], spellings }));
}

function conditioned(condition: Condition, use: ColumnUse['use'], path: Path): readonly ColumnUse[] {
  return Object.entries(condition).map(([column, asked]) => {
    const spellings = spellingsIn(asked).filter((spelling) => spelling !== null);
    return { column, use, path: [...path, column], spellings };
  });
}

function useOf(column: string, use: ColumnUse['use'], path: Path): ColumnUse {
  return { column, use, path, spellings: [] };
}
