import type { EncounterRecord, Mapping } from '../../schema/records/index.js';

import { KeyIndex } from './key-index.js';
import { bindMapping } from './mapping/bind-mapping.js';
import type { BoundMapping } from './mapping/bind-mapping.js';
import { columnBook } from './mapping/column-book.js';
import { rowMerger } from './mapping/merge-rows.js';
import { rowProblem } from './mapping/row-notes.js';
import type { FileProblem } from './mapping/row-notes.js';
import type { Row, Source } from './sources/source.js';

/** Incidents waiting for further rows at one time; some 2 kB each. */
const OPEN_MAX = 30_000;

/** What became of a row or of the rows of an incident. Every row is in exactly one of these. */
export type Reading =
  | {
      readonly kind: 'ENCOUNTER';
      readonly record: EncounterRecord;
      readonly rows: number;
      readonly problems: readonly FileProblem[];
    }
  | { readonly kind: 'EXCLUDED'; readonly rule: string }
  | { readonly kind: 'REJECTED'; readonly rows: number; readonly problems: readonly FileProblem[] };

/** The built-in exclusion: a line of delimiters, as spreadsheets leave behind. */
const BLANK_ROW = 'blank row';

/**
 * Read an agency's file through its mapping.
 *
 * Rows of one incident need not be adjacent: the file is read once to count the rows of every incident and again to map
 * them, and an incident leaves memory with its last row. When too many are open at once, as in a shuffled file, new ones
 * are put off to a further pass. Nothing is written to disk; memory holds a compact index and the open incidents.
 */
export async function* readEncounters(source: Source, mapping: Mapping): AsyncGenerator<Reading> {
  const bound = bindMapping(mapping, columnBook(mapping, source.columns), source.columns.length);
  yield* mapping.rows === 'MANY_PER_ENCOUNTER'
    ? manyPerEncounter(source, bound, mapping)
    : onePerEncounter(source, bound);
}

async function* onePerEncounter(source: Source, bound: BoundMapping): AsyncGenerator<Reading> {
  const seen = new KeyIndex();
  for await (const row of source.rows()) {
    const rule = exclusionOf(row, bound);
    if (rule !== null) yield { kind: 'EXCLUDED', rule };
    else yield readingOf(row, { bound, seen });
  }
}

function readingOf(row: Row, { bound, seen }: { bound: BoundMapping; seen: KeyIndex }): Reading {
  const { record, problems } = bound.record(row);
  if (record === null) return { kind: 'REJECTED', rows: 1, problems };
  if (seen.add(record.incident) === 1) return { kind: 'ENCOUNTER', record, rows: 1, problems };

  const twice = rowProblem('DUPLICATE_INCIDENT', {
    line: row.line,
    column: 1,
    field: 'incident',
    value: record.incident,
  });
  return { kind: 'REJECTED', rows: 1, problems: [...problems, twice] };
}

function exclusionOf({ cells }: Row, bound: BoundMapping): string | null {
  return cells.every((cell) => cell.trim() === '') ? BLANK_ROW : bound.excludedBy(cells);
}

interface OpenIncident {
  rowsLeft: number;
  readonly lines: number[];
  readonly records: EncounterRecord[];
  readonly problems: FileProblem[];
}

interface Merging {
  readonly source: Source;
  readonly bound: BoundMapping;
  readonly counts: KeyIndex;
  readonly merge: ReturnType<typeof rowMerger>;
}

async function* manyPerEncounter(source: Source, bound: BoundMapping, mapping: Mapping): AsyncGenerator<Reading> {
  const counts = new KeyIndex();
  yield* rowsOfNoIncident(source, bound, counts);

  const merging = { source, bound, counts, merge: rowMerger(mapping) };
  let [left, isFirst]: [KeyIndex, boolean] = [counts, true];
  while (isFirst || left.size > 0) {
    const put = new KeyIndex();
    yield* mergedAmong(left, put, merging);
    [left, isFirst] = [put, false];
  }
}

/** One pass over the file: the incidents of `asked`. Those that would be too many open at once are put off. */
async function* mergedAmong(asked: KeyIndex, putOff: KeyIndex, merging: Merging): AsyncGenerator<Reading> {
  const { source, bound, counts, merge } = merging;
  const open = new Map<string, OpenIncident>();

  for await (const row of source.rows()) {
    const incident = exclusionOf(row, bound) === null ? bound.incidentOf(row.cells) : null;
    if (incident === null || asked.countOf(incident) === 0) continue;

    const rows = counts.countOf(incident);
    const isPutOff = !open.has(incident) && (putOff.countOf(incident) > 0 || (rows > 1 && open.size >= OPEN_MAX));
    if (isPutOff) putOff.add(incident);
    else {
      const at = open.get(incident) ?? { rowsLeft: rows, lines: [], records: [], problems: [] };
      takeRow(at, row, bound);
      if (at.rowsLeft > 0) open.set(incident, at);
      else if (open.delete(incident) || rows === 1) yield closed(at, merge);
    }
  }
}

function takeRow(at: OpenIncident, row: Row, bound: BoundMapping): void {
  const { record, problems } = bound.record(row);
  at.rowsLeft -= 1;
  at.lines.push(row.line);
  at.problems.push(...problems);
  if (record !== null) at.records.push(record);
}

/** The first pass: count the rows of every incident, and say what becomes of rows that belong to none. */
async function* rowsOfNoIncident(source: Source, bound: BoundMapping, counts: KeyIndex): AsyncGenerator<Reading> {
  for await (const row of source.rows()) {
    const rule = exclusionOf(row, bound);
    const incident = rule === null ? bound.incidentOf(row.cells) : null;
    if (rule !== null) yield { kind: 'EXCLUDED', rule };
    else if (incident === null) yield { kind: 'REJECTED', rows: 1, problems: bound.record(row).problems };
    else counts.add(incident);
  }
}

/** One bad row rejects its incident: without it the rest would say something else than the agency does. */
function closed({ lines, records, problems }: OpenIncident, merge: ReturnType<typeof rowMerger>): Reading {
  const [first, ...others] = records;
  if (first !== undefined && records.length === lines.length) {
    const merged = merge([first, ...others]);
    return {
      kind: 'ENCOUNTER',
      record: merged.record,
      rows: lines.length,
      problems: [...problems, ...merged.problems],
    };
  }
  const good = records.map(({ line }) =>
    rowProblem('PART_OF_REJECTED_INCIDENT', { line, column: 1, field: 'incident', value: '' }),
  );
  return { kind: 'REJECTED', rows: lines.length, problems: [...problems, ...good] };
}
