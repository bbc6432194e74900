import { rm } from 'node:fs/promises';

import { lineOf } from '../../../schema/records/index.js';
import type { Mapping } from '../../../schema/records/index.js';
import {
  IdentifierRefused,
  anonymised,
  census,
  isCertainIdentifier,
  qualityTally,
  sortedFile,
} from '../../anonymise/index.js';
import type { FieldQuality, LinkKeys, QualityReport, RiskReport, RowCounts } from '../../anonymise/index.js';
import { readEncounters } from '../../ingest/index.js';
import type { FileProblem, Reading, Source } from '../../ingest/index.js';

import { problemFile } from './problem-file.js';

/** Places with a direct identifier named in a refusal; where there are more, the column is the matter. */
const REASONS_MAX = 20;

/** What came of the rows of a file; the anonymised lines wait beside `outPath`. */
export interface RowsRun {
  readonly rows: RowCounts;
  readonly excluded: Readonly<Record<string, number>>;
  readonly problems: Readonly<Record<string, number>>;
  readonly quality: (history: readonly FieldQuality[]) => QualityReport;
  readonly risk: () => RiskReport;
  readonly writeTo: (path: string, header: string) => Promise<void>;
}

interface Counts {
  readonly rows: { read: number; encounters: number; merged: number; excluded: number; rejected: number };
  readonly excluded: Record<string, number>;
  readonly problems: Record<string, number>;
  readonly identifiers: Set<string>;
}

/**
 * Read, anonymise and count every row, once.
 *
 * @throws IdentifierRefused when a coded column holds direct identifiers: then nothing stays written.
 */
export async function anonymiseRows(
  source: Source,
  { mapping, keys, outPath }: { mapping: Mapping; keys: LinkKeys; outPath: string },
): Promise<RowsRun> {
  const [folder, problemsPath] = [`${outPath}.partial`, `${outPath}.problems.csv.partial`];
  const [file, problems, tally, risk] = [await sortedFile(folder), problemFile(problemsPath), qualityTally(), census()];
  const counts = newCounts();

  for await (const reading of readEncounters(source, mapping)) {
    countReading(counts, reading);
    for (const problem of problemsIn(reading)) {
      noteProblem(counts, problem, tally.unmapped);
      await problems.add(problem);
    }
    if (reading.kind === 'ENCOUNTER') {
      const one = anonymised(reading.record, keys);
      tally.add(one);
      risk.add(one.encounter);
      await file.add(lineOf(one.encounter));
    }
  }

  await problems.close();
  if (counts.identifiers.size > 0) {
    await Promise.all([rm(folder, { recursive: true }), rm(problemsPath)]);
    throw new IdentifierRefused([...counts.identifiers].slice(0, REASONS_MAX));
  }
  return { ...counts, quality: tally.report, risk: risk.report, writeTo: file.writeTo };
}

function newCounts(): Counts {
  const rows = { read: 0, encounters: 0, merged: 0, excluded: 0, rejected: 0 };
  return { rows, excluded: {}, problems: {}, identifiers: new Set() };
}

function problemsIn(reading: Reading): readonly FileProblem[] {
  return reading.kind === 'EXCLUDED' ? [] : reading.problems;
}

function countReading({ rows, excluded }: Counts, reading: Reading): void {
  if (reading.kind === 'EXCLUDED') {
    rows.read += 1;
    rows.excluded += 1;
    bump(excluded, reading.rule);
    return;
  }
  rows.read += reading.rows;
  if (reading.kind === 'REJECTED') rows.rejected += reading.rows;
  else {
    rows.encounters += 1;
    rows.merged += reading.rows - 1;
  }
}

function noteProblem(counts: Counts, problem: FileProblem, unmapped: (dimensionCode: string) => void): void {
  const { code, field, line, valueClass, identifier } = problem;
  bump(counts.problems, code);
  if (code === 'UNMAPPED_VALUE') unmapped(/\((\w+)\)$/.exec(field)?.[1] ?? '');
  if (isCertainIdentifier(identifier) && counts.identifiers.size < REASONS_MAX)
    counts.identifiers.add(`column "${field}": line ${line} ${valueClass}`);
}

function bump(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
