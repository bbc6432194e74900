import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { stringify } from 'yaml';

import { dimensions } from '../../schema/catalogue/index.js';
import type { Mapping } from '../../schema/records/index.js';
import type { AnonymiseReport } from '../../server/anonymise/index.js';
import { anonymiseFile } from '../../server/flow/index.js';

/** A mapping of an agency that collects nothing but a day, with what is said. */
export function mappingOf(said: Partial<Mapping> = {}): Mapping {
  const { fields, ...rest } = said;
  return {
    version: 1,
    agency: 'harbor-city',
    source: 'test export',
    incident: { columns: ['Incident'] },
    times: { call: [{ column: 'Called', formats: ['YYYY-MM-DD H:mm', 'YYYY-MM-DD'] }] },
    callTime: ['call'],
    ...rest,
    fields: { ...Object.fromEntries(dimensions.map(({ code }) => [code, 'NOT_COLLECTED' as const])), ...fields },
  };
}

/** What came of a file: encounters by field, problems as lines of their file, and the report. */
export interface Outcome {
  readonly encounters: readonly Readonly<Record<string, string>>[];
  readonly problems: readonly string[];
  readonly report: AnonymiseReport;
  readonly folder: string;
  readonly outPath: string;
}

interface FileAsked {
  readonly content: string | Buffer;
  readonly mapping?: Partial<Mapping>;
  readonly name?: string;
  readonly secret?: string;
}

/** Put an export through its mapping into an anonymised file, all in a folder of its own. */
export async function anonymisedFrom({ content, mapping, name = 'export.csv', secret }: FileAsked): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'headwaters-'));
  const [path, mappingPath] = [join(folder, name), join(folder, 'mapping.yaml')];
  await writeFile(path, content);
  await writeFile(mappingPath, stringify(mappingOf(mapping)));
  if (secret !== undefined) await writeFile(join(folder, 'secret'), secret, { mode: 0o600 });
  return anonymisedAt({ path, mappingPath, agencyId: 'harbor-city', folder });
}

export async function anonymisedAt({
  path,
  mappingPath,
  agencyId,
  folder,
}: {
  path: string;
  mappingPath: string;
  agencyId: string;
  folder: string;
}): Promise<Outcome> {
  const outPath = join(folder, 'out.csv');
  const asked = { path, mappingPath, agencyId, outPath, secretPath: join(folder, 'secret') };
  const { report } = await anonymiseFile(asked);
  const problems = (await readFile(`${outPath}.problems.csv`, 'utf8')).trim().split('\n').slice(1);
  return { encounters: await encountersIn(outPath), problems, report, folder, outPath };
}

export async function encountersIn(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const [header = '', ...lines] = (await readFile(path, 'utf8')).trim().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

/** How often each value of a column occurs. */
export function tallied(encounters: Outcome['encounters'], column: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const encounter of encounters) {
    const value = encounter[column] ?? '';
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
