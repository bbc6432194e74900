import { describe, expect, it } from '@jest/globals';

import { anonymisedFrom, tallied } from '../../support/agency-file.js';

/** The further hazards: of what the cells mean. */
describe('hazards of real files, in what the cells mean', () => {
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
});
