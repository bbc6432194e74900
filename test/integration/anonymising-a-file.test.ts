import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';

import { ANONYMISED_COLUMNS } from '../../schema/records/index.js';
import type { Mapping } from '../../schema/records/index.js';
import { anonymiseFile } from '../../server/flow/index.js';
import { anonymisedAt, anonymisedFrom, mappingOf, tallied } from '../support/agency-file.js';
import { command } from '../support/command.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const secret = '5a'.repeat(32);

async function fromSample(sample: string, agencyId: string) {
  const folder = await mkdtemp(join(tmpdir(), 'headwaters-sample-'));
  const mappingPath = join(root, 'seeds', 'mappings', `${agencyId}.yaml`);
  return anonymisedAt({ path: join(root, 'test', 'support', 'samples', sample), mappingPath, agencyId, folder });
}

describe('anonymising a file', () => {
  it('reads the mobile crisis sample through its mapping', async () => {
    const { encounters, report, problems } = await fromSample('mobile-crisis.csv', 'lane-county-mobile-crisis');

    expect(report.rows).toEqual({ read: 9, encounters: 7, merged: 0, excluded: 0, rejected: 2 });
    expect(report.problems).toEqual({ MINUTES_DISAGREE: 1, UNMAPPED_VALUE: 2, NO_CALL_DATE: 1 });
    expect(problems.filter((problem) => problem.endsWith('REJECTED')).map((problem) => problem.split(',')[0])).toEqual([
      '9',
      '9',
      '10',
    ]);
    expect(tallied(encounters, 'disposition')).toEqual({
      RESOLVED_ON_SCENE: 1,
      NOT_ENGAGED: 3,
      CRISIS_FACILITY: 1,
      ARRESTED: 1,
      EMERGENCY_DEPARTMENT: 1,
    });
    expect(tallied(encounters, 'call_type')).toEqual({
      SUICIDE: 1,
      DISTURBANCE: 1,
      SUBSTANCE_USE: 1,
      UNKNOWN: 1,
      EMOTIONAL_DISTRESS: 1,
      OTHER_CALL: 2,
    });
    expect(tallied(encounters, 'shift')).toEqual({ DAY: 4, NIGHT: 2, EVENING: 1 });
    expect(tallied(encounters, 'response_minutes')).toEqual({ MINUTES_15_30: 3, UNKNOWN: 4 });
    expect(tallied(encounters, 'scene_minutes')).toEqual({
      MINUTES_60_90: 1,
      NOT_ENGAGED: 3,
      MINUTES_120_180: 1,
      UNKNOWN: 1,
      MINUTES_30_60: 1,
    });
  });

  it('reads the police sample through its mapping, two statements as one encounter', async () => {
    const { encounters, report } = await fromSample('police-statements.csv', 'seattle-police');

    expect(report.rows).toEqual({ read: 5, encounters: 4, merged: 1, excluded: 0, rejected: 0 });
    expect(tallied(encounters, 'month')).toEqual({ '2016-07': 1, '2015-06': 1, '2017-01': 2 });
    expect(tallied(encounters, 'disposition')).toEqual({ ARRESTED: 1, REFERRED: 1, UNKNOWN: 1, NOT_ENGAGED: 1 });
    expect(tallied(encounters, 'response_model')).toEqual({ CIT: 2, STANDARD_PATROL: 2 });
    expect(tallied(encounters, 'response_arrived')).toEqual({ CIT: 1, STANDARD_PATROL: 3 });
    expect(tallied(encounters, 'force')).toEqual({ FORCE_UNSPECIFIED: 1, NO_FORCE: 2, NOT_ENGAGED: 1 });
    expect(tallied(encounters, 'veteran')).toEqual({ UNKNOWN: 1, YES: 1, NO: 2 });
  });

  it('writes the header the region reads', async () => {
    const { outPath } = await anonymisedFrom({ content: 'Incident,Called\n1,2024-01-05 10:15\n', secret });

    const [header] = (await readFile(outPath, 'utf8')).split('\n');
    expect(header).toBe(ANONYMISED_COLUMNS.join(','));
  });

  it('gives the same bytes for the same encounters in another order', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `${index},2024-01-0${(index % 9) + 1} ${index % 24}:15`);
    const bytesOf = async (lines: readonly string[]) => {
      const { outPath } = await anonymisedFrom({ content: `Incident,Called\n${lines.join('\n')}\n`, secret });
      return readFile(outPath, 'utf8');
    };

    expect(await bytesOf(rows)).toBe(await bytesOf([...rows].reverse()));
  });

  it('lets no incident number, person number, day or unmapped cell out, in any file it writes', async () => {
    const { folder, encounters } = await anonymisedFrom({
      content:
        'Incident,Person,Called,End,Memo\nINC-777,PER-888,2024-01-17 3:33,Left,MEMO-999\nINC-778,PER-888,2024-01-17 3:33,STRANGE-555,x\n',
      mapping: {
        person: { columns: ['Person'] },
        fields: { DISPOSITION: { columns: ['End'], values: { Left: 'RESOLVED_ON_SCENE' } } },
      },
    });
    const written = (await readdir(folder)).filter((name) => name.startsWith('out.csv'));
    const texts = await Promise.all(written.map((name) => readFile(join(folder, name), 'utf8')));

    expect(written.sort()).toEqual(['out.csv', 'out.csv.problems.csv', 'out.csv.report.json', 'out.csv.report.md']);
    expect(texts.join()).not.toMatch(/INC|\b77[78]\b|PER-|\b888\b|MEMO|\b999\b|STRANGE|\b555\b|2024-01-17|3:33/);
    expect(encounters[0]?.['person_token']).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    {
      what: 'a column named like a date of birth',
      header: 'Date of Birth',
      use: { AGE_BAND: { ageInYears: 'Date of Birth' } },
    },
    {
      what: 'a column of notes',
      header: 'Officer Notes',
      use: { CALL_TYPE: { columns: ['Officer Notes'], values: { a: 'OTHER_CALL' } } },
    },
    {
      what: 'the incident number as a code',
      header: 'X',
      use: { CALL_TYPE: { columns: ['Incident'], values: { 1: 'OTHER_CALL' } } },
    },
    {
      what: 'a phone number written into the mapping',
      header: 'X',
      use: { CALL_TYPE: { columns: ['X'], values: { '541-555-0100': 'OTHER_CALL' } } },
    },
    {
      what: 'a social security number met in a coded column',
      header: 'X',
      cell: '123-45-6789',
      use: { CALL_TYPE: { columns: ['X'], values: { a: 'OTHER_CALL' } } },
    },
    {
      what: 'an e-mail address met in a coded column',
      header: 'X',
      cell: 'a.b@example.org',
      use: { CALL_TYPE: { columns: ['X'], values: { a: 'OTHER_CALL' } } },
    },
  ])('refuses $what, and writes nothing', async ({ header, cell = '', use }) => {
    const folder = await mkdtemp(join(tmpdir(), 'headwaters-refused-'));
    const mappingPath = join(folder, 'm.yaml');
    await writeFile(join(folder, 'x.csv'), `Incident,Called,${header}\n1,2024-01-01,${cell}\n`);
    await writeFile(mappingPath, stringify(mappingOf({ fields: use as unknown as Mapping['fields'] })));
    const outPath = join(folder, 'out.csv');
    const run = anonymiseFile({
      path: join(folder, 'x.csv'),
      mappingPath,
      agencyId: 'harbor-city',
      outPath,
      secretPath: join(folder, 's'),
    });

    await expect(run).rejects.toThrow(/^Refused: a direct identifier/);
    await expect(run).rejects.not.toThrow(/6789|example|0100/);
    expect((await readdir(folder)).filter((name) => name.startsWith('out'))).toEqual([]);
  });

  it.each([
    { what: 'column names only', content: 'Incident,Called\n' },
    { what: 'empty rows', content: 'Incident,Called\n,\n , \n' },
  ])('ends with code 2 and says what to do for a file of $what, and makes nothing', async ({ content }) => {
    const folder = await mkdtemp(join(tmpdir(), 'headwaters-empty-'));
    const [path, mapping] = [join(folder, 'export.csv'), join(folder, 'mapping.yaml')];
    await writeFile(path, content);
    await writeFile(mapping, stringify(mappingOf()));
    const options = ['--agency', 'harbor-city', '--secret-file', join(folder, 'secret')];

    expect(await command('anonymise', [path, '--mapping', mapping, ...options])).toEqual({
      exitCode: 2,
      words:
        'The file has column names and no row with anything in it below them. An anonymised file needs at least one row to come from. ' +
        'Export it again, and check the days it was asked for.\n',
    });
    expect((await readdir(folder)).toSorted()).toEqual(['export.csv', 'mapping.yaml']);
  });

  it.each([null, 'no report', '{}'])(
    'says what to do when the history is not there, or no report: %s',
    async (text) => {
      const folder = await mkdtemp(join(tmpdir(), 'headwaters-history-'));
      const [path, mapping] = [join(folder, 'export.csv'), join(folder, 'mapping.yaml')];
      const history = join(folder, 'earlier.report.json');
      await writeFile(path, 'Incident,Called\n1,2024-01-01\n');
      await writeFile(mapping, stringify(mappingOf()));
      if (text !== null) await writeFile(history, text);
      const options = ['--agency', 'harbor-city', '--secret-file', join(folder, 'secret'), '--history', history];

      const { exitCode, words } = await command('anonymise', [path, '--mapping', mapping, ...options]);
      expect(exitCode).toBe(2);
      expect(words).toContain('is not there, or is no report. It is the .report.json that anonymise wrote');
      expect(await readdir(folder)).not.toContain('secret');
    },
  );

  it('says what to do when there is no mapping', async () => {
    const asked = ['export.csv', '--mapping', 'nowhere.yaml', '--agency', 'harbor-city', '--secret-file', 'none'];
    expect(await command('anonymise', asked)).toEqual({
      exitCode: 2,
      words:
        'There is no mapping nowhere.yaml. A path counts from the folder the command runs in. Check its spelling, or ' +
        'draft a mapping with npm run map.\n',
    });
  });

  it('makes a secret only its owner can read, keeps it, and refuses one that others can read', async () => {
    const { folder } = await anonymisedFrom({ content: 'Incident,Called\n1,2024-01-01\n' });
    const asked = {
      path: join(folder, 'export.csv'),
      mappingPath: join(folder, 'mapping.yaml'),
      agencyId: 'harbor-city',
      outPath: join(folder, 'again.csv'),
      secretPath: join(folder, 'secret'),
    };

    expect((await stat(asked.secretPath)).mode & 0o777).toBe(0o600);
    expect((await anonymiseFile(asked)).isSecretNew).toBe(false);
    expect(await readFile(asked.outPath, 'utf8')).toBe(await readFile(join(folder, 'out.csv'), 'utf8'));
    await chmod(asked.secretPath, 0o644);
    await expect(anonymiseFile(asked)).rejects.toThrow(/can be read by others/);
  });

  it('holds a field that is much less complete than in an earlier file', async () => {
    const mapping = {
      fields: { GENDER: { columns: ['Sex'], values: { F: 'FEMALE' } } },
    } as unknown as Partial<Mapping>;
    const earlier = await anonymisedFrom({ content: 'Incident,Called,Sex\n1,2024-01-01,F\n2,2024-01-01,F\n', mapping });
    await writeFile(join(earlier.folder, 'later.csv'), 'Incident,Called,Sex\n3,2024-02-01,F\n4,2024-02-01,\n');
    const { report } = await anonymiseFile({
      path: join(earlier.folder, 'later.csv'),
      mappingPath: join(earlier.folder, 'mapping.yaml'),
      agencyId: 'harbor-city',
      outPath: join(earlier.folder, 'later.out.csv'),
      secretPath: join(earlier.folder, 'secret'),
      historyPath: `${earlier.outPath}.report.json`,
    });

    expect(report.quality.held).toEqual(['GENDER']);
  });

  it('leaves the earlier file whole when it is killed in the middle, and finishes when it is run again', async () => {
    const { folder, outPath } = await anonymisedFrom({ content: 'Incident,Called\n1,2024-01-01\n', secret });
    const before = await readFile(outPath, 'utf8');
    const lines = Array.from({ length: 200_000 }, (_, index) => `${index},2024-01-01`);
    await writeFile(join(folder, 'large.csv'), `Incident,Called\n${lines.join('\n')}\n`);
    const rerun = [
      '--mapping',
      join(folder, 'mapping.yaml'),
      '--agency',
      'harbor-city',
      '--secret-file',
      join(folder, 'secret'),
      '--out',
      outPath,
    ];
    const start = () =>
      spawn('node_modules/.bin/tsx', ['scripts/anonymise.ts', join(folder, 'large.csv'), ...rerun], {
        cwd: root,
        detached: true,
      });

    const killed = start();
    while (!existsSync(`${outPath}.partial`)) await pause(5);
    await pause(200);
    process.kill(-(killed.pid ?? 0), 'SIGKILL');
    await once(killed, 'close');
    expect(await readFile(outPath, 'utf8')).toBe(before);

    expect(await once(start(), 'close')).toEqual([0, null]);
    expect((await readFile(outPath, 'utf8')).split('\n')).toHaveLength(200_002);
    expect((await readdir(folder)).filter((name) => /partial|tmp/.test(name))).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('rejects a row cut short or too long, and a call from the future', async () => {
    const { encounters, problems } = await anonymisedFrom({
      content:
        'Incident,Called,Sex\n1,2024-01-01,F\n2,2024-01-01\n3,2024-01-01,F,more\n4,2999-01-01,F\n5,1989-12-31,F\n',
      mapping: { fields: { GENDER: { columns: ['Sex'], values: { F: 'FEMALE' } } } },
    });

    expect(encounters).toHaveLength(1);
    expect(problems).toEqual([
      expect.stringMatching(/^3,1,"row","2 cells","WRONG_WIDTH/),
      expect.stringMatching(/^4,1,"row","4 cells","WRONG_WIDTH/),
      expect.stringMatching(/^5,1,.*"OUTSIDE_PERIOD/),
      expect.stringMatching(/^6,1,.*"OUTSIDE_PERIOD/),
    ]);
  });
});
