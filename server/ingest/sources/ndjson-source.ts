import { createInterface } from 'node:readline';

import { bytesOf } from './bytes.js';
import { SourceError } from './source.js';
import type { BytesSeen, Row, Source } from './source.js';

/** One JSON object a line. The columns are all names that occur, in order of first sight. */
export async function ndjsonSource({
  path,
  onBytes,
}: {
  path: string;
  onBytes?: BytesSeen | undefined;
}): Promise<Source> {
  const names = new Set<string>();
  for await (const { fields } of objectsOf(path)) for (const name of Object.keys(fields)) names.add(name);
  const columns = [...names];

  return {
    columns,
    readAs: 'one JSON object a line',
    rows: async function* (): AsyncGenerator<Row> {
      for await (const { line, fields } of objectsOf(path, onBytes)) {
        yield { line, cells: columns.map((name) => textOf(fields[name])) };
      }
    },
  };
}

interface JsonLine {
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

async function* objectsOf(path: string, onBytes?: BytesSeen): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const text of createInterface({ input: await bytesOf(path, onBytes), crlfDelay: Infinity })) {
    line += 1;
    const bare = line === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (bare.trim() !== '') yield { line, fields: objectFrom(bare, line) };
  }
}

function objectFrom(text: string, line: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Falls through to our own message: the parser's repeats the text.
  }
  throw new SourceError(`Line ${line} is not a JSON object. Every line holds one object of names and values. Mend it.`);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
