import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

import { parse } from 'csv-parse';

/** A row of an agency's own file, by column. */
export type Line = Readonly<Record<string, string>>;

/** Every row of a CSV file for a direct count: nothing of the product's but the CSV package. */
export async function linesOf(path: string): Promise<readonly Line[]> {
  const bytes = createReadStream(path);
  const text = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  return (await text.pipe(parse({ columns: true })).toArray()) as readonly Line[];
}

/** Rows by what one column of them says. */
export function groupedBy(lines: readonly Line[], column: string): readonly (readonly Line[])[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const group = groups.get(line[column] ?? '');
    if (group === undefined) groups.set(line[column] ?? '', [line]);
    else group.push(line);
  }
  return [...groups.values()];
}
