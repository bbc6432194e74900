import { rm, writeFile } from 'node:fs/promises';

import { stringify } from 'csv-stringify/sync';

import type { RowProblem } from '../../schema/records/index.js';

/** Write the rows that were rejected beside the file they came from. @returns the name, or null when there were none. */
export async function writeProblems(file: string, problems: readonly RowProblem[]): Promise<string | null> {
  const target = `${file}.rejected.csv`;
  if (problems.length === 0) {
    await rm(target, { force: true });
    return null;
  }
  const columns = [
    'line',
    { key: 'column', header: 'character' },
    'field',
    { key: 'valueClass', header: 'value_class' },
    'rule',
  ];
  await writeFile(target, stringify([...problems], { header: true, columns }));
  return target;
}
