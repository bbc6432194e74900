import { describe, expect, it } from '@jest/globals';

import { SourceError, MappingError } from '../../../server/ingest/index.js';
import { anonymisedFrom, tallied } from '../../support/agency-file.js';

/** Twenty-one things found in real exports, each of which once made somebody's numbers wrong. */
describe('hazards of real files', () => {
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

  it('12. makes one call type of reasons spread over columns with repeats, by the precedence', async () => {
    const { encounters } = await anonymisedFrom({
      content:
        'Incident,Called,Reason 1,Reason 2,Reason 3\n1,2024-01-01,Drunk,Drunk,Suicidal\n2,2024-01-01,,,\n3,2024-01-01,Drunk,,Drunk\n',
      mapping: {
        fields: {
          CALL_TYPE: {
            columns: ['Reason 1', 'Reason 2', 'Reason 3'],
            values: { Drunk: 'SUBSTANCE_USE', Suicidal: 'SUICIDE' },
            precedence: ['SUICIDE', 'SUBSTANCE_USE'],
          },
        },
      },
    });

    expect(tallied(encounters, 'call_type')).toEqual({ SUICIDE: 1, UNKNOWN: 1, SUBSTANCE_USE: 1 });
  });

  it('13. reads two date formats in one file, thousands commas, and sets negative delays to UNKNOWN', async () => {
    const { encounters, report } = await anonymisedFrom({
      content:
        'Incident,Called,Delay\n1,03/05/2024 01:20:30 PM,"1,020"\n2,2024-04-05T13:20:30,-5\n3,03/05/2024 12:05:00 AM,"1,440"\n',
      mapping: {
        times: { call: [{ column: 'Called', formats: ['MM/DD/YYYY hh:mm:ss A', 'YYYY-MM-DDTHH:mm:ss'] }] },
        fields: { SHIFT: 'FROM_CALL_TIME', RESPONSE_MINUTES: { minutes: { columns: ['Delay'] } } },
      },
    });

    expect(tallied(encounters, 'month')).toEqual({ '2024-03': 2, '2024-04': 1 });
    expect(tallied(encounters, 'shift')).toEqual({ DAY: 2, NIGHT: 1 });
    expect(tallied(encounters, 'response_minutes')).toEqual({ MINUTES_480_PLUS: 1, UNKNOWN: 2 });
    expect(report.quality.fields.find(({ field }) => field === 'RESPONSE_MINUTES')?.implausible).toBe(2);
  });

  it('14. rejects a code missing from the key, and the second row of an incident number', async () => {
    const { encounters, problems } = await anonymisedFrom({
      content: 'Incident,Called,Code\n1,2024-01-01,SUI\n2,2024-01-01,CAMP\n1,2024-01-01,SUI\n',
      mapping: { fields: { CALL_TYPE: { columns: ['Code'], values: { SUI: 'SUICIDE' } } } },
    });

    expect(encounters).toHaveLength(1);
    expect(problems.map((problem) => problem.split(',')[0])).toEqual(['3', '4']);
    expect(problems[1]).toContain('DUPLICATE_INCIDENT');
  });

  it('15. lets CIT mean a parking citation in a disposition, and excludes such rows by a named rule', async () => {
    const { encounters, report } = await anonymisedFrom({
      content: 'Incident,Called,Code\n1,2024-01-01,CIT\n2,2024-01-01,ARR\n',
      mapping: {
        exclude: [{ name: 'parking citation', why: 'CIT is Parking Citation Issued here', if: { Code: 'CIT' } }],
        fields: { DISPOSITION: { columns: ['Code'], values: { ARR: 'ARRESTED' } } },
      },
    });

    expect(tallied(encounters, 'disposition')).toEqual({ ARRESTED: 1 });
    expect(report.excluded).toEqual({ 'parking citation': 1 });
  });

  it('16. sets an arrival before the dispatch to UNKNOWN and counts it as implausible', async () => {
    const { encounters, report } = await anonymisedFrom({
      content: 'Incident,Called,Came\n1,2024-01-01 10:00,2024-01-01 9:00\n2,2024-01-01 10:00,2024-01-01 10:20\n',
      mapping: {
        times: {
          call: [{ column: 'Called', formats: ['YYYY-MM-DD H:mm'] }],
          came: [{ column: 'Came', formats: ['YYYY-MM-DD H:mm'] }],
        },
        fields: { RESPONSE_MINUTES: { minutes: { from: 'call', to: 'came' } } },
      },
    });

    expect(tallied(encounters, 'response_minutes')).toEqual({ UNKNOWN: 1, MINUTES_15_30: 1 });
    expect(report.quality.fields.find(({ field }) => field === 'RESPONSE_MINUTES')?.plausibility).toBe(0.5);
  });

  it('17. takes no outcome from an encounter that met nobody, and counts that one was written', async () => {
    const { encounters, report } = await anonymisedFrom({
      content: 'Incident,Called,Met,End\n1,2024-01-01,Unable to Locate,Stayed\n2,2024-01-01,Engaged,Stayed\n',
      mapping: {
        fields: {
          ENGAGEMENT: { columns: ['Met'], values: { 'Unable to Locate': 'UNABLE_TO_LOCATE', Engaged: 'ENGAGED' } },
          DISPOSITION: { columns: ['End'], values: { Stayed: 'RESOLVED_ON_SCENE' } },
        },
      },
    });

    expect(tallied(encounters, 'disposition')).toEqual({ NOT_ENGAGED: 1, RESOLVED_ON_SCENE: 1 });
    expect(tallied(encounters, 'force')).toEqual({ NOT_COLLECTED: 2 });
    expect(report.quality.outcomesWithoutContact).toBe(1);
  });

  it('18. shows a block of blanks after a form change as incompleteness, and holds it against the history', async () => {
    const { report } = await anonymisedFrom({
      content: 'Incident,Called,Met\n1,2024-01-01,Engaged\n2,2024-04-01,\n3,2024-04-01,\n',
      mapping: { fields: { ENGAGEMENT: { columns: ['Met'], values: { Engaged: 'ENGAGED' } } } },
    });

    expect(report.quality.fields.find(({ field }) => field === 'ENGAGEMENT')?.completeness).toBe(0.3333);
    expect(report.quality.missingMonths).toEqual(['2024-02', '2024-03']);
  });

  it('19. turns a fixed offset into local time, summer time included, or keeps the clock as written', async () => {
    const content = 'Incident,Called\n1,2024-07-01T05:30:00-05:00\n2,2024-01-01T05:30:00-05:00\n';
    const shiftsWith = async (offset: 'CONVERT' | 'IGNORE') => {
      const { encounters } = await anonymisedFrom({
        content,
        mapping: {
          zone: 'America/Detroit',
          times: { call: [{ column: 'Called', formats: ['YYYY-MM-DDTHH:mm:ssZ'], offset }] },
          fields: { SHIFT: 'FROM_CALL_TIME' },
        },
      });
      return tallied(encounters, 'shift');
    };

    expect(await shiftsWith('CONVERT')).toEqual({ DAY: 1, NIGHT: 1 });
    expect(await shiftsWith('IGNORE')).toEqual({ NIGHT: 2 });
  });

  it('20. keeps the same number of two sources apart by the prefix of their mapping', async () => {
    const secret = 'ab'.repeat(32);
    const content = 'Incident,Called\n1,2024-01-01\n';
    const keyWith = async (prefix: string) =>
      (await anonymisedFrom({ content, secret, mapping: { incident: { columns: ['Incident'], prefix } } }))
        .encounters[0]?.['encounter_key'];

    expect(await keyWith('cad')).toBe(await keyWith('cad'));
    expect(await keyWith('cad')).not.toBe(await keyWith('rms'));
  });

  it('21. leaves to their own agency the encounters a file reports for another', async () => {
    const { encounters, report } = await anonymisedFrom({
      content: 'Incident,Called,Reported by\n1,2024-01-01,EPD\n2,2024-01-01,CAHOOTS\n',
      mapping: {
        exclude: [
          { name: 'reported by the police', why: 'The police submit these themselves', if: { 'Reported by': 'EPD' } },
        ],
      },
    });

    expect(encounters).toHaveLength(1);
    expect(report.excluded).toEqual({ 'reported by the police': 1 });
  });

  it('names the line of a quote that is never closed, and nothing of its text', async () => {
    const run = anonymisedFrom({ content: 'Incident,Called\n1,2024-01-01\n2,"2024-01-01\n3,2024 "secret\n' });

    await expect(run).rejects.toThrow(SourceError);
    await expect(run).rejects.not.toThrow(/secret/);
  });
});
