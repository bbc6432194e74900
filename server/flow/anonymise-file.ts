import { readFile, rename, rm, writeFile } from 'node:fs/promises';

import {
  ANONYMISED_HEADER,
  IdentifierRefused,
  agencySecret,
  anonymised,
  census,
  isCertainIdentifier,
  lineOf,
  linkKeys,
  qualityTally,
  refuseIdentifiers,
  reportText,
  sortedFile,
} from '../anonymise/index.js';
import type { AnonymiseReport, FieldQuality, LinkKeys } from '../anonymise/index.js';
import {
  MappingError,
  columnFaults,
  columnUsesOf,
  foldColumn,
  loadMapping,
  openSource,
  readEncounters,
  unusedColumns,
} from '../ingest/index.js';
import type { BytesSeen, FileProblem, LoadedMapping, Reading, Source } from '../ingest/index.js';
import type { Mapping } from '../../schema/records/index.js';

import { problemFile } from './problem-file.js';

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
  const { secret, isNew } = await agencySecret(asked.secretPath);
  const history = asked.historyPath === undefined ? [] : await historyFrom(asked.historyPath);

  const keys = linkKeys(secret, asked.agencyId);
  const run = await anonymiseRows(source, { mapping: loaded.mapping, keys, outPath: asked.outPath });
  const report = {
    readAs: source.readAs,
    columnsDropped,
    ...run.counts(),
    quality: run.quality(history),
    risk: run.risk(),
  };
  return { report, isSecretNew: isNew, paths: await written(asked.outPath, { run, report }) };
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

type Run = Awaited<ReturnType<typeof anonymiseRows>>;

async function anonymiseRows(
  source: Source,
  { mapping, keys, outPath }: { mapping: Mapping; keys: LinkKeys; outPath: string },
) {
  const [file, problems, tally, risk] = [
    await sortedFile(`${outPath}.partial`),
    problemFile(`${outPath}.problems.csv.partial`),
    qualityTally(),
    census(),
  ];
  const rows = { read: 0, encounters: 0, merged: 0, excluded: 0, rejected: 0 };
  const [excluded, byRule, identifiers]: [Record<string, number>, Record<string, number>, Set<string>] = [
    {},
    {},
    new Set(),
  ];

  const note = async (problem: FileProblem): Promise<void> => {
    count(byRule, problem.code);
    if (problem.code === 'UNMAPPED_VALUE') tally.unmapped(/\((\w+)\)$/.exec(problem.field)?.[1] ?? '');
    if (isCertainIdentifier(problem.identifier))
      identifiers.add(`column "${problem.field}": line ${problem.line} ${problem.valueClass}`);
    await problems.add(problem);
  };
  const take = async (reading: Reading): Promise<void> => {
    rows.read += reading.kind === 'EXCLUDED' ? 1 : reading.rows;
    if (reading.kind === 'EXCLUDED') {
      rows.excluded += 1;
      count(excluded, reading.rule);
      return;
    }
    for (const problem of reading.problems) await note(problem);
    if (reading.kind === 'REJECTED') rows.rejected += reading.rows;
    else {
      const one = anonymised(reading.record, keys);
      tally.add(one);
      risk.add(one.encounter);
      rows.encounters += 1;
      rows.merged += reading.rows - 1;
      await file.add(lineOf(one.encounter));
    }
  };

  for await (const reading of readEncounters(source, mapping)) await take(reading);
  await problems.close();
  if (identifiers.size > 0) {
    await rm(`${outPath}.partial`, { recursive: true });
    await rm(`${outPath}.problems.csv.partial`);
    throw new IdentifierRefused([...identifiers].slice(0, 20));
  }
  return {
    file,
    counts: () => ({ rows, excluded, problems: byRule }),
    quality: (history: readonly FieldQuality[]) => tally.report(history),
    risk: () => risk.report(),
  };
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** The anonymised file last: when it is there, the rest is. */
async function written(
  outPath: string,
  { run, report }: { run: Run; report: AnonymiseReport },
): Promise<readonly string[]> {
  const paths = [outPath, `${outPath}.problems.csv`, `${outPath}.report.json`, `${outPath}.report.md`] as const;
  const [, problemsPath, jsonPath, textPath] = paths;
  await writeFile(`${jsonPath}.partial`, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  await writeFile(`${textPath}.partial`, reportText(report), { mode: 0o600 });
  await run.file.writeTo(`${outPath}.tmp`, ANONYMISED_HEADER);

  for (const path of [problemsPath, jsonPath, textPath]) await rename(`${path}.partial`, path);
  await rename(`${outPath}.tmp`, outPath);
  return paths;
}

async function historyFrom(path: string): Promise<readonly FieldQuality[]> {
  const earlier = JSON.parse(await readFile(path, 'utf8')) as Partial<AnonymiseReport>;
  return earlier.quality?.fields ?? [];
}
