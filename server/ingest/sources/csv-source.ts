import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';

import { parse } from 'csv-parse';
import iconv from 'iconv-lite';

import { bytesOf } from './bytes.js';
import { delimiterOf } from './delimiter.js';
import type { Delimiter } from './delimiter.js';
import { encodingOf } from './encoding.js';
import type { Encoding } from './encoding.js';
import { SourceError } from './source.js';
import type { BytesSeen, Row, Source } from './source.js';

/** A quote that is never closed would swallow the file; no row is longer. */
const ROW_CHARACTERS_MAX = 1_048_576;

interface CsvAsked {
  readonly path: string;
  readonly delimiter?: Delimiter | undefined;
  readonly encoding?: Encoding | undefined;
  readonly onBytes?: BytesSeen | undefined;
}

/** A delimited text file: its encoding and delimiter told from the file when not given. */
export async function csvSource(asked: CsvAsked): Promise<Source> {
  const { path, onBytes } = asked;
  const encoding = asked.encoding ?? (await encodingOf(await bytesOf(path)));
  const text = async (seen?: BytesSeen): Promise<Readable> => decoded(await bytesOf(path, seen), encoding);
  const delimiter = asked.delimiter ?? delimiterOf(await beginningOf(await text()));
  const columns = await headerOf(await text(), delimiter);
  const named = delimiter === '\t' ? 'tab' : delimiter;

  return {
    columns,
    readAs: `delimited text, ${encoding}, delimiter ${named}`,
    rows: async function* () {
      let isHeader = true;
      for await (const row of rowsOf(await text(onBytes), delimiter)) {
        if (!isHeader) yield row;
        isHeader = false;
      }
    },
  };
}

function decoded(bytes: Readable, encoding: Encoding): Readable {
  return pipeline(bytes, iconv.decodeStream(encoding), () => undefined) as unknown as Readable;
}

async function beginningOf(text: Readable): Promise<string> {
  for await (const piece of text as AsyncIterable<string>) {
    text.destroy();
    return piece.slice(0, ROW_CHARACTERS_MAX);
  }
  return '';
}

async function headerOf(text: Readable, delimiter: Delimiter): Promise<readonly string[]> {
  for await (const { cells } of rowsOf(text, delimiter)) return cells.map((cell) => cell.trim());
  throw new SourceError('The file is empty. It needs a line of column names. Export it again.');
}

async function* rowsOf(text: Readable, delimiter: Delimiter): AsyncGenerator<Row> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    max_record_size: ROW_CHARACTERS_MAX,
  });
  const rows = pipeline(text, parser, () => undefined) as unknown as AsyncIterable<readonly string[]>;
  try {
    let line = 1;
    for await (const cells of rows) {
      if (cells.length > 1 || cells[0] !== '') yield { line, cells };
      line += 1 + breaksIn(cells);
    }
  } finally {
    text.destroy();
  }
}

/** Counted here: csv-parse takes CRLF inside quotes for two lines, and its numbers run ahead from there on. */
function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) if (/[\r\n]/.test(cell)) breaks += cell.split(/\r\n|\n|\r/).length - 1;
  return breaks;
}
