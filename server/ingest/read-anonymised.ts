import { StringDecoder } from 'node:string_decoder';

import { dimensions } from '../../schema/catalogue/index.js';
import { NOT_COLLECTED } from '../../schema/codelists/index.js';
import { ANONYMISED_COLUMNS } from '../../schema/records/index.js';
import type { RowProblem } from '../../schema/records/index.js';
import { AskerError } from '../lib/index.js';

import { FIRST_DIMENSION_COLUMN, LINE_CHARACTERS_MAX, PERSON_COLUMN, rowCheck } from './anonymised-row.js';

/** Problems described one by one; further ones are counted. */
export const PROBLEMS_MAX = 10_000;

const HEADER = ANONYMISED_COLUMNS.join(',');

/** What a file turned out to be, known once it has been read to its end. */
export interface AnonymisedSummary {
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  /** The first problems, in order of line. */
  readonly problems: readonly RowProblem[];
  /** Dimensions every row says are not collected. */
  readonly notCollected: readonly string[];
}

/** What a row is known by. */
export interface AnonymisedRow {
  readonly line: number;
  readonly encounterKey: string;
  /** Empty where the agency gives none. */
  readonly personToken: string;
}

/** Reads an anonymised file once: `rows` gives the good ones with a prefix, `summary` the rest afterwards. */
export interface AnonymisedReader {
  readonly rows: AsyncIterable<string>;
  readonly summary: () => AnonymisedSummary;
}

/**
 * Read an anonymised file as a stream, keeping what is good and describing what is not.
 *
 * Every field is a bare word, so a line is split at its commas; a quoted field is a problem, not a syntax. Memory does
 * not grow with the file.
 *
 * @param lastMonth the latest month that may occur, `2026-10`.
 * @param prefixOf what to put before a good row: the columns the hub adds.
 * @throws AskerError when the header is not that of an anonymised file: then no row can be read at all.
 */
export function readAnonymised(
  content: AsyncIterable<Buffer>,
  { lastMonth, prefixOf }: { lastMonth: string; prefixOf: (row: AnonymisedRow) => string },
): AnonymisedReader {
  const tally = new Tally();
  const check = rowCheck(lastMonth);

  async function* rows(): AsyncGenerator<string> {
    let line = 0;
    for await (const lines of linesOf(content)) {
      let good = '';
      for (const text of lines) {
        line += 1;
        if (line === 1) checkHeader(text);
        else if (text !== '') good += keep(text, line);
      }
      if (good !== '') yield good;
    }
    if (line === 0) checkHeader('');
  }

  const keep = (text: string, line: number): string => {
    const fields = text.split(',');
    const problems = check(fields, line);
    if (problems.length > 0) {
      tally.reject(problems);
      return '';
    }
    tally.accept(fields);
    return `${prefixOf({ line, encounterKey: fields[0] ?? '', personToken: fields[PERSON_COLUMN] ?? '' })},${text}\n`;
  };

  return { rows: rows(), summary: () => tally.summary() };
}

/** Lines of a stream in batches, without line ends. A line that never ends is cut, and will be a problem of its row. */
async function* linesOf(content: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let isFirst = true;
  for await (const piece of content) {
    rest += isFirst ? decoder.write(piece).replace(/^\uFEFF/, '') : decoder.write(piece);
    isFirst = false;
    const lines = rest.split('\n');
    rest = (lines.pop() ?? '').slice(0, LINE_CHARACTERS_MAX + 1);
    yield lines.map(withoutReturn);
  }
  if (rest !== '') yield [withoutReturn(rest)];
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function checkHeader(header: string): void {
  if (header === HEADER) return;

  const found = header.split(',');
  const missing = ANONYMISED_COLUMNS.filter((column) => !found.includes(column));
  const place = ANONYMISED_COLUMNS.findIndex((column, index) => found[index] !== column) + 1;
  throw new AskerError(
    'BAD_REQUEST',
    `Line 1 is not the header of an anonymised file: column ${place} differs` +
      `${missing.length > 0 ? `, and ${missing.length} columns are missing (${missing.slice(0, 5).join(', ')})` : ''}. ` +
      `It has ${ANONYMISED_COLUMNS.length} columns in a fixed order. Make the file with the anonymise command.`,
  );
}

/** Counts as rows go by. */
class Tally {
  #rowsAccepted = 0;
  #rowsRejected = 0;
  readonly #problems: RowProblem[] = [];
  readonly #collected = new Set<string>();

  accept(fields: readonly string[]): void {
    this.#rowsAccepted += 1;
    if (this.#collected.size === dimensions.length) return;
    dimensions.forEach(({ code }, index) => {
      if (fields[index + FIRST_DIMENSION_COLUMN] !== NOT_COLLECTED) this.#collected.add(code);
    });
  }

  reject(problems: readonly RowProblem[]): void {
    this.#rowsRejected += 1;
    this.#problems.push(...problems.slice(0, PROBLEMS_MAX - this.#problems.length));
  }

  summary(): AnonymisedSummary {
    return {
      rowsAccepted: this.#rowsAccepted,
      rowsRejected: this.#rowsRejected,
      problems: this.#problems,
      notCollected: dimensions.map(({ code }) => code).filter((code) => !this.#collected.has(code)),
    };
  }
}
