import { readFile, rename, rm, writeFile } from 'node:fs/promises';

import { ANONYMISED_COLUMNS } from '../../../schema/records/index.js';
import type { Mapping } from '../../../schema/records/index.js';
import { agencySecret, linkKeys, refuseIdentifiers, reportSummary, reportText } from '../../anonymise/index.js';
import type { AnonymiseReport, FieldQuality } from '../../anonymise/index.js';
import {
  MappingError,
  SourceError,
  columnFaults,
  columnUsesOf,
  foldColumn,
  loadMapping,
  openSource,
  unusedColumns,
} from '../../ingest/index.js';
import type { BytesSeen, LoadedMapping, Source } from '../../ingest/index.js';
import { systemClock } from '../../lib/index.js';

import { anonymiseRows } from './anonymise-rows.js';
import type { RowsRun } from './anonymise-rows.js';

/** The hub takes no earlier month. */
const FIRST_DAY = '1990-01-01';

export interface AnonymiseAsked {
  readonly path: string;
  readonly mappingPath: string;
  readonly agencyId: string;
  readonly secretPath: string;
  readonly outPath: string;
  /** Report of an earlier file of the agency, to compare completeness with. */
  readonly historyPath?: string | undefined;
  readonly onBytes?: BytesSeen | undefined;
}

export interface AnonymiseOutcome {
  readonly report: AnonymiseReport;
  /** The report in a few lines. */
  readonly summary: readonly string[];
  readonly isSecretNew: boolean;
  /** Everything written, the anonymised file first. */
  readonly paths: readonly string[];
}

/**
 * From an agency's own export to the file it may submit, on the agency's machine and without a network.
 *
 * Everything is written beside `outPath` under another name and renamed at the end: a file of that name is whole,
 * whenever the process was killed.
 */
export async function anonymiseFile(asked: AnonymiseAsked): Promise<AnonymiseOutcome> {
  const loaded = await loadMapping(asked.mappingPath);
  const source = await openSource({ path: asked.path, format: loaded.mapping.format, onBytes: asked.onBytes });
  const columnsDropped = checkedColumns(asked, { loaded, source });
  await refuseNoRows(source);
  const history = asked.historyPath === undefined ? [] : await historyFrom(asked.historyPath);
  const { secret, isNew } = await agencySecret(asked.secretPath);

  const keys = linkKeys(secret, asked.agencyId);
  const mapping = untilToday(loaded.mapping);
  const run = await anonymiseRows(source, { mapping, keys, outPath: asked.outPath }).catch(async (error: unknown) => {
    await forgetParts(asked.outPath);
    throw error;
  });
  const { rows, excluded, problems } = run;
  const [quality, risk] = [run.quality(history), run.risk()];
  const report = { readAs: source.readAs, rows, excluded, problems, columnsDropped, risk, quality };
  const paths = await written(asked.outPath, { run, report });
  return { report, summary: reportSummary(report), isSecretNew: isNew, paths };
}

/** Before a secret is made: a file of column names only, or of empty rows, is an export that went wrong. */
async function refuseNoRows(source: Source): Promise<void> {
  for await (const { cells } of source.rows()) if (cells.some((cell) => cell.trim() !== '')) return;
  throw new SourceError(
    'The file has column names and no row with anything in it below them. An anonymised file needs at least one row to come from. ' +
      'Export it again, and check the days it was asked for.',
  );
}

/** Half-written parts hold rows of the agency: a file that could not be read to its end leaves none of them. */
async function forgetParts(outPath: string): Promise<void> {
  const parts = [`${outPath}.partial`, `${outPath}.problems.csv.partial`];
  await Promise.all(parts.map((part) => rm(part, { recursive: true, force: true })));
}

/** Refuses before a row is read: wrong agency, missing columns, columns that identify. Gives the columns dropped. */
function checkedColumns(
  { agencyId }: AnonymiseAsked,
  { loaded, source }: { loaded: LoadedMapping; source: Source },
): readonly string[] {
  const { mapping, problemAt } = loaded;
  const uses = columnUsesOf(mapping);
  const ofAgency =
    mapping.agency === agencyId ? [] : [{ path: ['agency'], message: `is not ${agencyId}: use that agency's mapping` }];
  const faults = [...ofAgency, ...columnFaults(mapping, uses, source.columns)];
  if (faults.length > 0) throw new MappingError(faults.map(problemAt));

  refuseIdentifiers(uses, foldColumn);
  return unusedColumns(mapping, uses, source.columns);
}

/** No call comes from the future, and none from before there were such records. */
function untilToday(mapping: Mapping): Mapping {
  const today = systemClock.now().toISOString().slice(0, 10);
  const { from = FIRST_DAY, to = today } = mapping.period ?? {};
  return { ...mapping, period: { from, to: to < today ? to : today } };
}

/** The anonymised file last: when it is there, the rest is. */
async function written(
  outPath: string,
  { run, report }: { run: RowsRun; report: AnonymiseReport },
): Promise<readonly string[]> {
  const paths = [outPath, `${outPath}.problems.csv`, `${outPath}.report.json`, `${outPath}.report.md`] as const;
  const [, problemsPath, jsonPath, textPath] = paths;
  await writeFile(`${jsonPath}.partial`, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  await writeFile(`${textPath}.partial`, reportText(report), { mode: 0o600 });
  await run.writeTo(`${outPath}.tmp`, ANONYMISED_COLUMNS.join(','));

  for (const path of [problemsPath, jsonPath, textPath]) await rename(`${path}.partial`, path);
  await rename(`${outPath}.tmp`, outPath);
  return paths;
}

async function historyFrom(path: string): Promise<readonly FieldQuality[]> {
  const text = await readFile(path, 'utf8').catch(() => null);
  const fields = text === null ? null : fieldsIn(text);
  if (fields !== null) return fields;
  throw new SourceError(
    `The history ${path} is not there, or is no report. It is the .report.json that anonymise wrote beside an earlier file. ` +
      'Name that one, or leave --history out.',
  );
}

function fieldsIn(report: string): readonly FieldQuality[] | null {
  try {
    return (JSON.parse(report) as Partial<AnonymiseReport> | null)?.quality?.fields ?? null;
  } catch {
    return null;
  }
}
