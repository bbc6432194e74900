import type { SourceFormat } from '../../../schema/records/index.js';

import { firstBytes } from './bytes.js';
import { csvSource } from './csv-source.js';
import { ndjsonSource } from './ndjson-source.js';
import { sourceFailure } from './source-failure.js';
import type { BytesSeen, Row, Source } from './source.js';
import { xlsxSource } from './xlsx-source.js';

interface SourceAsked {
  readonly path: string;
  readonly format?: SourceFormat | undefined;
  readonly onBytes?: BytesSeen | undefined;
}

/** Open an agency's file. What the mapping does not say about its format is told from the file. */
export async function openSource(asked: SourceAsked): Promise<Source> {
  let type = asked.format?.type;
  try {
    type = await typeOf(asked.path, type);
    const source = await sourceOf(type, asked);
    return { ...source, rows: () => explained(source.rows(), type) };
  } catch (error) {
    throw sourceFailure(error, type);
  }
}

function sourceOf(type: SourceFormat['type'], { path, format = {}, onBytes }: SourceAsked): Promise<Source> {
  if (type === 'xlsx') return xlsxSource({ path, sheet: format.sheet, onBytes });
  if (type === 'ndjson') return ndjsonSource({ path, onBytes });
  return csvSource({ path, delimiter: format.delimiter, encoding: format.encoding, onBytes });
}

async function* explained(rows: AsyncIterable<Row>, type: SourceFormat['type']): AsyncGenerator<Row> {
  try {
    yield* rows;
  } catch (error) {
    throw sourceFailure(error, type);
  }
}

/** A workbook is told by its first bytes even where the mapping says text: agencies send either of one export. */
async function typeOf(path: string, asked: SourceFormat['type']): Promise<SourceFormat['type']> {
  const isZip = (await firstBytes(path, 4)).toString('latin1') === 'PK\u0003\u0004';
  if (isZip) return 'xlsx';
  return asked === undefined && /\.(ndjson|jsonl)(\.gz)?$/i.test(path) ? 'ndjson' : asked;
}
