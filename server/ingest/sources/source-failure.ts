import { CsvError } from 'csv-parse';

import { errorCodeOf } from '../../lib/index.js';

import { SourceError } from './source.js';

const said: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. A path counts from the folder the command runs in. Check its spelling.',
  EISDIR: 'This is a folder, and one file is read at a time. Name the file in it.',
  EACCES: 'The file may not be read by you. It needs read permission. Ask its owner.',
  Z_BUF_ERROR: 'The file ends early. A gzip file is read to its last byte or not at all. Copy or export it again.',
  Z_DATA_ERROR: 'The file is damaged. A gzip file is read to its last byte or not at all. Copy or export it again.',
};

/** Why a file cannot be read, in three parts. The words of a library never pass: they may repeat a value. */
export function sourceFailure(error: unknown, type: string | undefined): unknown {
  if (error instanceof SourceError) return error;
  if (error instanceof CsvError) return misplacedQuote(error);

  const message = said[errorCodeOf(error)];
  if (message !== undefined) return new SourceError(message);
  if (type !== 'xlsx') return error;
  return new SourceError(
    'The workbook is damaged or not whole. An .xlsx file is a zip archive of sheets. Open it in Excel and save it again.',
  );
}

function misplacedQuote({ lines }: CsvError & { readonly lines?: number }): SourceError {
  return new SourceError(
    `The file is not well-formed near line ${lines ?? 'unknown'}: a quote is misplaced or never closed. ` +
      `A quoted cell starts and ends with ", and has "" for a quote inside. Export it again, or mend that line.`,
  );
}
