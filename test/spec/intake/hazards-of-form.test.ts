import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';

import { SourceError, MappingError } from '../../../server/ingest/index.js';
import { anonymisedAt, anonymisedFrom, mappingOf, tallied } from '../../support/agency-file.js';

/** Things found in real exports, each of which once made somebody's numbers wrong; 12 to 21 are in the next file. */
describe('hazards of real files, in how the file is written', () => {
  it('1. takes 0:00 for a missing time where the mapping says so, and keeps the day', async () => {
    const { encounters } = await anonymisedFrom({
      content:
        'Incident,Called,Came\n1,2024-03-02 0:00,2024-03-02 9:10\n2,2024-03-02 9:00,2024-03-02 0:00\n3,2024-03-02 9:00,2024-03-02 9:10\n',
      mapping: {
        times: {
          call: [{ column: 'Called', formats: ['YYYY-MM-DD H:mm'], midnightIsMissing: true }],
          came: [{ column: 'Came', formats: ['YYYY-MM-DD H:mm'], midnightIsMissing: true }],
        },
        fields: { SHIFT: 'FROM_CALL_TIME', RESPONSE_MINUTES: { minutes: { from: 'call', to: 'came' } } },
      },
    });

    expect(tallied(encounters, 'shift')).toEqual({ UNKNOWN: 1, DAY: 2 });
    expect(tallied(encounters, 'response_minutes')).toEqual({ UNKNOWN: 2, MINUTES_0_15: 1 });
    expect(tallied(encounters, 'month')).toEqual({ '2024-03': 3 });
  });

  it('2. takes 1900-01-01 for no date and goes to the next time', async () => {
    const { encounters, report } = await anonymisedFrom({
      content: 'Incident,Called,Written\n1,1900-01-01,2024-05-09\n2,1900-01-01,1900-01-01\n',
      mapping: {
        times: {
          call: [
            { column: 'Called', formats: ['YYYY-MM-DD'], sentinels: ['1900-01-01'] },
            { column: 'Written', formats: ['YYYY-MM-DD'], sentinels: ['1900-01-01'] },
          ],
        },
      },
    });

    expect(tallied(encounters, 'month')).toEqual({ '2024-05': 1 });
    expect(report.problems).toEqual({ NO_CALL_DATE: 1 });
  });

  it('3. knows every spelling of nothing, for the file and for one column, and no other', async () => {
    const { encounters, problems } = await anonymisedFrom({
      content:
        'Incident,Called,Sex,Vet\n1,2024-01-01,,-\n2,2024-01-01,NULL,YES\n3,2024-01-01,    ,YES\n4,2024-01-01,unknown,YES\n5,2024-01-01,-,YES\n',
      mapping: {
        nulls: ['null'],
        columns: { Vet: { nulls: ['-'] } },
        fields: {
          GENDER: { columns: ['Sex'], values: { F: 'FEMALE', Unknown: 'UNKNOWN' } },
          VETERAN: { columns: ['Vet'], values: { yes: 'YES' } },
        },
      },
    });

    expect(tallied(encounters, 'gender')).toEqual({ UNKNOWN: 4 });
    expect(tallied(encounters, 'veteran')).toEqual({ UNKNOWN: 1, YES: 3 });
    expect(problems).toEqual([
      expect.stringMatching(/^6,3,"Sex \(GENDER\)","text of 1 characters","UNMAPPED_VALUE.*REJECTED$/),
    ]);
  });

  it('4. reads a flag that was Y or nothing, and later Y or N', async () => {
    const { encounters } = await anonymisedFrom({
      content: 'Incident,Called,Certified\n1,2018-01-01,Y\n2,2018-01-01,\n3,2025-01-01,N\n',
      mapping: {
        fields: {
          RESPONSE_MODEL: {
            when: [
              { if: { Certified: 'Y' }, code: 'CIT' },
              { if: { Certified: ['N', null] }, code: 'STANDARD_PATROL' },
            ],
          },
        },
      },
    });

    expect(tallied(encounters, 'response_model')).toEqual({ CIT: 1, STANDARD_PATROL: 2 });
  });

  it('5. lets an old and a new label mean the same', async () => {
    const { encounters } = await anonymisedFrom({
      content: 'Incident,Called,End\n1,2024-01-01,Subject Arrested\n2,2024-01-01,Arrested (requires arrest report)\n',
      mapping: {
        fields: {
          DISPOSITION: {
            columns: ['End'],
            values: { 'Subject Arrested': 'ARRESTED', 'Arrested (requires arrest report)': 'ARRESTED' },
          },
        },
      },
    });

    expect(tallied(encounters, 'disposition')).toEqual({ ARRESTED: 2 });
  });

  it('6. makes one encounter of many rows that are not next to each other', async () => {
    const { encounters, report } = await anonymisedFrom({
      content:
        'Incident,Called,End\n7,2024-01-02,Left\n8,2024-01-01,Left\n7,2024-01-01,Arrest\n9,2024-01-01,\n7,2024-01-03,\n',
      mapping: {
        rows: 'MANY_PER_ENCOUNTER',
        fields: {
          DISPOSITION: {
            columns: ['End'],
            values: { Left: 'RESOLVED_ON_SCENE', Arrest: 'ARRESTED' },
            combine: 'PRECEDENCE',
            precedence: ['ARRESTED', 'RESOLVED_ON_SCENE'],
          },
        },
      },
    });

    expect(tallied(encounters, 'disposition')).toEqual({ ARRESTED: 1, RESOLVED_ON_SCENE: 1, UNKNOWN: 1 });
    expect(report.rows).toEqual({ read: 5, encounters: 3, merged: 2, excluded: 0, rejected: 0 });
  });

  it('6. rejects an incident whole when one of its rows is bad, and says so for each row', async () => {
    const { encounters, report } = await anonymisedFrom({
      content: 'Incident,Called,End\n7,2024-01-01,Left\n7,2024-01-01,Strange\n8,2024-01-01,Left\n',
      mapping: {
        rows: 'MANY_PER_ENCOUNTER',
        fields: { DISPOSITION: { columns: ['End'], values: { Left: 'RESOLVED_ON_SCENE' }, combine: 'FIRST' } },
      },
    });

    expect(encounters).toHaveLength(1);
    expect(report.rows).toEqual({ read: 3, encounters: 1, merged: 0, excluded: 0, rejected: 2 });
    expect(report.problems).toEqual({ UNMAPPED_VALUE: 1, PART_OF_REJECTED_INCIDENT: 1 });
  });

  it('6. merges more incidents than may be open at once, all their rows far apart', async () => {
    const half = Array.from({ length: 31_000 }, (_, index) => `${index},2024-01-01,`);
    const { encounters, report } = await anonymisedFrom({
      content: ['Incident,Called,Vet', ...half, ...half.map((line) => `${line}Y`), ''].join('\n'),
      mapping: {
        rows: 'MANY_PER_ENCOUNTER',
        fields: { VETERAN: { columns: ['Vet'], values: { Y: 'YES' }, combine: 'FIRST' } },
      },
    });

    expect(report.rows).toEqual({ read: 62_000, encounters: 31_000, merged: 31_000, excluded: 0, rejected: 0 });
    expect(tallied(encounters, 'veteran')).toEqual({ YES: 31_000 });
  });

  it('7. stops when a mapped column was dropped upstream, naming it and its line in the mapping', async () => {
    const run = anonymisedFrom({
      content: 'Incident,Called\n1,2024-01-01\n',
      mapping: { fields: { VETERAN: { columns: ['cit_officer_requested'], values: { Y: 'YES' } } } },
    });

    await expect(run).rejects.toThrow(MappingError);
    await expect(run).rejects.toThrow(
      /line \d+, column \d+: fields > VETERAN > columns > 0: the file has no such column/,
    );
  });

  it('8. finds a column under a misspelt name it once had', async () => {
    const { encounters } = await anonymisedFrom({
      content: 'Incident,occured_date_time\n1,2024-02-01\n',
      mapping: {
        columns: { occurred_date_time: { aliases: ['occured_date_time'] } },
        times: { call: [{ column: 'occurred_date_time', formats: ['YYYY-MM-DD'] }] },
      },
    });

    expect(tallied(encounters, 'month')).toEqual({ '2024-02': 1 });
  });

  it('9. does not count a prefix of dashes, trailing spaces, case or double spaces as another value', async () => {
    const { encounters } = await anonymisedFrom({
      content:
        'Incident,Called,Kind\n1,2024-01-01,--CRISIS COMPLAINT\n2,2024-01-01,CRISIS COMPLAINT   \n3,2024-01-01,Crisis  Complaint\n',
      mapping: {
        columns: { Kind: { stripPrefix: '--' } },
        fields: { CALL_TYPE: { columns: ['Kind'], values: { 'Crisis Complaint': 'EMOTIONAL_DISTRESS' } } },
      },
    });

    expect(tallied(encounters, 'call_type')).toEqual({ EMOTIONAL_DISTRESS: 3 });
  });

  it('10. rejects incident numbers and times that a spreadsheet rewrote', async () => {
    const { encounters, report } = await anonymisedFrom({
      content: 'Incident,Called\n5.00E+93,2024-01-01\n5E93x,2024-01-01\n6,00:05.0\n',
    });

    expect(encounters).toHaveLength(1);
    expect(report.problems).toEqual({ EXCEL_DAMAGE: 2 });
  });

  it('11. reads past a byte order mark, CRLF and an arrow that became a question mark', async () => {
    const { encounters } = await anonymisedFrom({
      content: '\uFEFFIncident,Called,"Minutes: Request ? Arrival"\r\n1,2024-01-01,16\r\n',
      mapping: { fields: { RESPONSE_MINUTES: { minutes: { columns: ['Minutes: Request \u2192 Arrival'] } } } },
    });

    expect(tallied(encounters, 'response_minutes')).toEqual({ MINUTES_15_30: 1 });
  });

  it('names the line of a quote that is never closed, and nothing of its text', async () => {
    const run = anonymisedFrom({ content: 'Incident,Called\n1,2024-01-01\n2,"2024-01-01\n3,2024 "secret\n' });

    await expect(run).rejects.toThrow(SourceError);
    await expect(run).rejects.not.toThrow(/secret/);
  });

  const header = 'Incident,Called\n';
  const packed = gzipSync(header + Array.from({ length: 5_000 }, (_, index) => `${index},2024-01-01\n`).join(''));
  const damaged = [
    { file: 'a gzip file cut short', name: 'export.csv.gz', content: packed.subarray(0, packed.length / 2) },
    { file: 'a file that is no workbook', name: 'export.xlsx', content: 'PK\u0003\u0004 secret' },
    { file: 'a quote in the middle of a cell', name: 'export.csv', content: `${header}1,a "secret"\n` },
  ];

  it.each(damaged)(
    'says in three parts what is wrong with $file, and repeats nothing of it',
    async ({ name, content }) => {
      const run = anonymisedFrom({ name, content });

      await expect(run).rejects.toThrow(SourceError);
      await expect(run).rejects.toThrow(/\. .*\. .*\./);
      await expect(run).rejects.not.toThrow(/secret/);
    },
  );

  it('leaves no part of a file that ended early', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'headwaters-'));
    const [path, mappingPath] = [join(folder, 'export.csv.gz'), join(folder, 'mapping.yaml')];
    await writeFile(path, packed.subarray(0, packed.length / 2));
    await writeFile(mappingPath, stringify(mappingOf()));

    await expect(anonymisedAt({ path, mappingPath, agencyId: 'harbor-city', folder })).rejects.toThrow(SourceError);
    expect((await readdir(folder)).filter((name) => name.startsWith('out'))).toEqual([]);
  });
});
