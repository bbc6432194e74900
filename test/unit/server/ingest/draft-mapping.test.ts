import { describe, expect, it } from '@jest/globals';

import { draftMapping, profileOf } from '../../../../server/ingest/index.js';

/** What is drafted from an export, given as lines of semicolons. */
async function drafted(...[header = '', ...lines]: readonly string[]): Promise<string> {
  const rows = lines.map((line, index) => ({ line: index + 2, cells: line.split(';') }));
  const source = {
    columns: header.split(';'),
    readAs: 'lines of a test',
    rows: async function* () {
      await Promise.resolve();
      yield* rows;
    },
  };
  return draftMapping(await profileOf(source), { agencyId: 'harbor-city' });
}

describe('a drafted mapping', () => {
  it.each([
    { written: '3.2.2025', format: 'D.M.YYYY' },
    { written: '28.12.2025 7:05', format: 'D.M.YYYY H:mm' },
    { written: '03.02.2025 14:05:33', format: 'D.M.YYYY H:mm:ss' },
    { written: '2/3/2025 2:05 PM', format: 'M/D/YYYY h:mm A' },
  ])('reads $written', async ({ written, format }) => {
    expect(await drafted('Called', written)).toContain(`time1: [{ column: "Called", formats: ["${format}"] }]`);
  });

  it('puts every clock on the day of the one column that holds days', async () => {
    const draft = await drafted('Date;Time;Cleared', '3.2.2025;14:05;2:50 PM', '4.2.2025;0:10;12:40 AM');
    const day = 'column: "Date", formats: ["D.M.YYYY"]';
    expect(draft).toContain(`time1: [{ ${day}, timeColumn: "Time", timeFormats: ["H:mm"] }]`);
    expect(draft).toContain(`time2: [{ ${day}, timeColumn: "Cleared", timeFormats: ["h:mm A"] }]`);
    expect(draft).not.toContain('time3');
  });

  it('leaves the day of a clock open where two columns hold days, and names both', async () => {
    const draft = await drafted('Opened;Closed;Time', '3.2.2025;4.2.2025;14:05');
    expect(draft).toContain('"TODO: the column with the day of this clock; perhaps Opened, Closed"');
  });

  it('takes a column that is called an incident number, and counts its rows', async () => {
    const once = await drafted('Report Nr;Sex', '25-1;F', '25-2;M');
    expect(once).toContain('rows: ONE_PER_ENCOUNTER\n');
    expect(once).toContain('incident: { columns: ["Report Nr"] }');
    expect(await drafted('Report Nr;Sex', '25-1;F', '25-1;M')).toContain('rows: MANY_PER_ENCOUNTER\n');
  });

  it.each([
    {
      name: 'only names that resemble one',
      header: 'Dispatch Nr;Running Case;Sex',
      perhaps: 'Dispatch Nr, Running Case',
    },
    { name: 'two of that name', header: 'ID;Incident Number;Sex', perhaps: 'ID, Incident Number' },
    { name: 'none, but values that all differ', header: 'Mark;Unit;Sex', perhaps: 'Mark' },
  ])('leaves open how rows make encounters where there are $name', async ({ header, perhaps }) => {
    const draft = await drafted(header, '25-1;7;F', '25-2;8;M', '25-3;8;F');
    expect(draft).toContain(`on several rows; perhaps ${perhaps}"`);
    expect(draft).toContain(`"TODO: the column with the incident number; perhaps ${perhaps}"`);
    expect(draft).not.toMatch(/^rows: (ONE|MANY)/m);
  });

  it('takes no column of few values for an incident number, whatever it is called', async () => {
    const draft = await drafted('Call;Date', ...Array.from({ length: 9 }, (_, day) => `Welfare;${day + 1}.2.2025`));
    expect(draft).toContain('"TODO: the column with the incident number"');
  });
});
