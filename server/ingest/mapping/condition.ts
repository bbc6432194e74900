import type { Condition, Spelling } from '../../../schema/records/index.js';
import { foldValue } from '../fold.js';

import type { Column, ColumnBook } from './column-book.js';

/** A condition with its columns found and its spellings folded. `null` in a set stands for nothing there. */
export interface BoundCondition {
  readonly holds: (cells: readonly string[]) => boolean;
  readonly tests: readonly BoundTest[];
}

export interface BoundTest {
  readonly column: Column;
  readonly spellings: ReadonlySet<string | null>;
}

export function boundCondition(condition: Condition, book: ColumnBook): BoundCondition {
  const tests = Object.entries(condition).flatMap(([name, asked]) => {
    const column = book.find(name);
    const spellings = new Set(spellingsIn(asked).map((spelling) => (spelling === null ? null : foldValue(spelling))));
    return column === null ? [] : [{ column, spellings }];
  });
  return { tests, holds: (cells) => tests.every(({ column, spellings }) => spellings.has(foldedCell(column, cells))) };
}

export function foldedCell(column: Column, cells: readonly string[]): string | null {
  const text = column.read(cells);
  return text === null ? null : column.fold(text);
}

/** The spellings a condition asks for of one column, whether it lists them or names one. */
export function spellingsIn(asked: Condition[string]): readonly Spelling[] {
  return typeof asked === 'string' || asked === null ? [asked] : asked;
}
