import type { ColumnUse, Mapping } from '../../../schema/records/index.js';

import { columnBook } from './column-book.js';
import type { MappingFault } from './mapping-problem.js';

/** Columns the mapping names that the file lacks, or has twice. A column may have been renamed or dropped upstream. */
export function columnFaults(
  mapping: Mapping,
  uses: readonly ColumnUse[],
  names: readonly string[],
): readonly MappingFault[] {
  const book = columnBook(mapping, names);
  return uses.flatMap(({ column, path }) => {
    if (book.find(column) === null)
      return [
        {
          path,
          message:
            'the file has no such column: mend the name, add its new one under columns > aliases, or map the field otherwise',
        },
      ];
    return book.isTwice(column)
      ? [{ path, message: 'the file has two columns of this name: rename one in the export' }]
      : [];
  });
}

/** Columns of the file no rule names: their values go nowhere. */
export function unusedColumns(
  mapping: Mapping,
  uses: readonly ColumnUse[],
  names: readonly string[],
): readonly string[] {
  const book = columnBook(mapping, names);
  for (const { column } of uses) book.find(column);
  return book.unused();
}
