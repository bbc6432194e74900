import { identifierNameOf, identifierShapeOf } from '../../lib/index.js';
import { KeyIndex } from '../key-index.js';
import { timeReader } from '../mapping/local-time.js';
import { wholeNumberOf } from '../mapping/whole-number.js';
import type { Source } from '../sources/source.js';

/** Distinct values counted one by one; beyond it a column is "many". */
const DISTINCT_MAX = 60;
const MOSTLY = 0.9;

const formats = [
  'M/D/YYYY H:mm',
  'M/D/YYYY H:mm:ss',
  'M/D/YYYY h:mm A',
  'M/D/YYYY hh:mm:ss A',
  'M/D/YYYY',
  'YYYY-MM-DDTHH:mm:ss',
  'YYYY-MM-DD HH:mm:ss',
  'YYYY-MM-DD HH:mm',
  'YYYY-MM-DD',
  'D.M.YYYY H:mm',
  'D.M.YYYY H:mm:ss',
  'D.M.YYYY',
].map((format) => ({ format, read: timeReader(format) }));

const clockFormats = ['H:mm', 'H:mm:ss', 'h:mm A', 'h:mm:ss A'].map((format) => ({ format, read: timeReader(format) }));

/** What a column of the file is like. Holds no value of a column that looks like it identifies someone. */
export interface ColumnProfile {
  readonly name: string;
  readonly filledShare: number;
  /** How many different values; exact, by their digests. */
  readonly distinct: number;
  readonly kind: 'EMPTY' | 'TIME' | 'CLOCK' | 'NUMBER' | 'CODES' | 'MANY' | 'IDENTIFIER';
  /** What it seems to identify. */
  readonly identifier: string | null;
  readonly formats: readonly string[];
  /** Different values, the most frequent first; only for codes. */
  readonly values: readonly string[];
}

export interface Profile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
}

interface ColumnCounts {
  filled: number;
  distinct: number;
  times: number;
  clocks: number;
  numbers: number;
  identifiers: number;
  shape: string | null;
  readonly index: KeyIndex;
  readonly formats: Set<string>;
  readonly values: Map<string, number>;
}

/** Look at every value of every column once. */
export async function profileOf(source: Source): Promise<Profile> {
  const counts = source.columns.map(newCounts);
  let rows = 0;
  for await (const { cells } of source.rows()) {
    rows += 1;
    counts.forEach((column, index) => note(column, cells[index]?.trim() ?? ''));
  }
  return { rows, columns: counts.map((column, index) => profileFrom(source.columns[index] ?? '', column, rows)) };
}

function newCounts(): ColumnCounts {
  const numbers = { filled: 0, distinct: 0, times: 0, clocks: 0, numbers: 0, identifiers: 0, shape: null };
  return { ...numbers, index: new KeyIndex(), formats: new Set(), values: new Map() };
}

function note(column: ColumnCounts, text: string): void {
  if (text === '') return;
  column.filled += 1;
  if (column.index.add(text) === 1) column.distinct += 1;
  if (column.distinct <= DISTINCT_MAX) column.values.set(text, (column.values.get(text) ?? 0) + 1);
  const format = formats.find(({ read }) => read(text) !== null)?.format;
  const clock = format ?? clockFormats.find(({ read }) => read(text) !== null)?.format;
  if (clock !== undefined) {
    column[format === undefined ? 'clocks' : 'times'] += 1;
    column.formats.add(clock);
  } else if (wholeNumberOf(text) !== null) column.numbers += 1;
  else {
    const shape = identifierShapeOf(text);
    if (shape !== null) [column.identifiers, column.shape] = [column.identifiers + 1, shape];
  }
}

function profileFrom(name: string, column: ColumnCounts, rows: number): ColumnProfile {
  const identifier = identifierNameOf(name) ?? (column.identifiers > 0 ? column.shape : null);
  const kind = kindOf(column, identifier);
  const isListed = kind === 'CODES' || (kind === 'NUMBER' && column.distinct <= DISTINCT_MAX);
  const ranked = [...column.values].sort(([, one], [, other]) => other - one).map(([value]) => value);
  return {
    name,
    identifier,
    kind,
    filledShare: rows === 0 ? 0 : column.filled / rows,
    distinct: column.distinct,
    formats: [...column.formats],
    values: isListed ? ranked : [],
  };
}

function kindOf(
  { filled, distinct, times, clocks, numbers }: ColumnCounts,
  identifier: string | null,
): ColumnProfile['kind'] {
  if (filled === 0) return 'EMPTY';
  if (identifier !== null) return 'IDENTIFIER';
  if (times / filled >= MOSTLY) return 'TIME';
  if (clocks / filled >= MOSTLY) return 'CLOCK';
  if (distinct > DISTINCT_MAX) return numbers / filled >= MOSTLY ? 'NUMBER' : 'MANY';
  return 'CODES';
}
