import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ask } from '../support/ask.js';
import { command } from '../support/command.js';
import { freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { hubProcess, settingsOn } from '../support/hub-process.js';
import type { HubProcess } from '../support/hub-process.js';
import { groupedBy, linesOf } from '../support/source-lines.js';
import type { Line } from '../support/source-lines.js';

/** Dispositions of a file, counted without anything of the product's. */
type DirectCount = (lines: readonly Line[]) => Readonly<Record<string, number>>;

const lane: DirectCount = (lines) => {
  const end = (line: Line) => (line['End Point of Dispatch'] ?? '').toLowerCase().replace(/ +/g, ' ');
  const dated = lines.filter((line) => Object.keys(line).some((name) => name.endsWith('Date & Time') && line[name]));
  const good = dated.filter((line) => end(line) !== 'vanished');
  const nobody = good.filter((line) => /refused|declined|unable|cancel|safety/.test(end(line)));
  const met = good.filter((line) => !nobody.includes(line));
  const ended = (pattern: RegExp) => met.filter((line) => pattern.test(line['Disposition'] ?? '')).length;
  return {
    NOT_ENGAGED: nobody.length,
    ARRESTED: ended(/^Arrest/),
    EMERGENCY_DEPARTMENT: ended(/^Emergency/),
    CRISIS_FACILITY: ended(/^(Sobering|Respite|Crisis)/),
    RESOLVED_ON_SCENE: ended(/^Remained/),
  };
};

const seattle: DirectCount = (lines) => {
  const incidents = groupedBy(lines, 'Template ID');
  const withAny = (...wanted: readonly string[]) =>
    incidents.filter((rows) => rows.some((row) => wanted.includes(row['Disposition'] ?? '')));
  const arrested = withAny('Subject Arrested', 'Arrested (requires arrest report)');
  return {
    ARRESTED: arrested.length,
    INVOLUNTARY_HOLD: withAny('Emergent Detention/ITA').filter((rows) => !arrested.includes(rows)).length,
    NOT_ENGAGED: incidents.filter((rows) => rows.every((row) => row['Disposition'] === 'Unable to Contact')).length,
  };
};

const given = join('..', 'shared', 'data');
const files = [
  {
    path: 'test/support/samples/mobile-crisis.csv',
    agency: 'lane-county-mobile-crisis',
    county: 'OR/Lane',
    count: lane,
  },
  { path: 'test/support/samples/police-statements.csv', agency: 'seattle-police', county: 'WA/King', count: seattle },
  {
    path: join(given, 'mobile-crisis-shape', 'MCSLC.csv'),
    agency: 'lane-county-mobile-crisis',
    county: 'OR/Lane',
    count: lane,
  },
  {
    path: join(given, 'seattle-crisis-shape', 'Crisis_Data.csv.gz'),
    agency: 'seattle-police',
    county: 'WA/King',
    count: seattle,
  },
].filter(({ path }) => existsSync(path));

describe.each(files)("an agency's file, $path", ({ path, agency, county, count }) => {
  let database: TestDatabase;
  let hub: HubProcess;
  let folder: string;
  let operator: string;
  let steward: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'headwaters-file-'));
    database = await freshDatabase();
    hub = await hubProcess({ ...settingsOn(database.url), DATA_DIR: folder });
    operator = (await readFile(join(folder, 'first-operator.token'), 'utf8')).trim();
  });

  afterAll(async () => {
    await hub.stop();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const inFolder = (name: string): string => join(folder, name);
  const atHub = (): readonly string[] => ['--hub', hub.address];

  it('is looked at, and a mapping drafted', async () => {
    const { words, exitCode } = await command('map', [path, '--agency', agency, '--out', inFolder('draft.yaml')]);
    expect([exitCode, words]).toEqual([0, expect.stringContaining('TODOs to decide')]);
    expect(await readFile(inFolder('draft.yaml'), 'utf8')).toContain('Arrest');
  });

  it('is anonymised through its edited mapping', async () => {
    const secret = ['--secret-file', inFolder('agency.secret'), '--out', inFolder('out.csv')];
    const mapping = ['--mapping', join('seeds', 'mappings', `${agency}.yaml`)];
    const { words, exitCode } = await command('anonymise', [path, '--agency', agency, ...mapping, ...secret]);
    expect([0, 4]).toContain(exitCode);
    expect(words).toContain('encounters');
  });

  it('is submitted by the steward of an agency that an operator registered, and accepted', async () => {
    const about = [agency, '--name', 'An agency', '--county', county, ...atHub()];
    steward = /hw_\S+/.exec((await command('register', about, { token: operator })).words)?.[0] ?? '';

    const submitted = await command('submit', [inFolder('out.csv'), ...atHub()], { token: steward });
    expect([submitted.exitCode, submitted.words]).toEqual([0, expect.stringContaining('rows rejected  0')]);
    const again = await command('submit', [inFolder('out.csv'), ...atHub()], { token: steward });
    expect(again.words).toContain('this file came before');

    const receipt = /Receipt (\S+)/.exec(submitted.words)?.[1] ?? '';
    const accepted = await command('accept', [receipt, ...atHub()], { token: steward });
    expect([accepted.exitCode, accepted.words]).toEqual([0, expect.stringContaining(`Accepted ${receipt}`)]);
  });

  it('is released by the operator, and by nobody else', async () => {
    const release = ['--through', '2025-12', '--publish', ...atHub()];
    expect(await command('release', release, { token: steward })).toMatchObject({ exitCode: 1 });
    const { exitCode, words } = await command('release', release, { token: operator });
    expect([exitCode, words]).toEqual([0, expect.stringContaining('1 agency')]);
  });

  it('is answered to its own people as a direct count of the file has it, and marked', async () => {
    const query =
      '{ ownOutcomes(by: [DISPOSITION]) { ... on OutcomesTable { protection rows { group { disposition } encounters { value } } } } }';
    const { data } = await ask(hub.address, query, { token: steward });
    const { protection, rows } = data?.['ownOutcomes'] as {
      protection: string;
      rows: { group: { disposition: string }; encounters: { value: number } }[];
    };
    const counted = Object.fromEntries(rows.map(({ group, encounters }) => [group.disposition, encounters.value]));
    expect(protection).toBe('UNPROTECTED');
    expect(counted).toMatchObject(count(await linesOf(path)));
  });
});
