import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { csvOf } from '../../../../server/http/csv-of.js';

const shown = { value: -0.0512, lower: 1e-7, status: 'SHOWN' };

function tableOf(rows: readonly object[], beside: object = {}): { status: number; text: string } {
  return csvOf({ data: { outcomes: { rows, footnotes: ['First.', 'Second\nline.'], ...beside } } });
}

describe('a table as CSV', () => {
  it('has a column for every nested field, by its dotted name', () => {
    const { status, text } = tableOf([{ group: { shift: 'DAY' }, arrestRate: { value: 0.25, status: 'SHOWN' } }]);
    expect(status).toBe(200);
    expect(text).toBe('group.shift,arrestRate.value,arrestRate.status\nDAY,0.25,SHOWN\n# First.\n# Second line.\n');
  });

  it('writes every number as the API does, the negative and the tiny too', () => {
    const [, row] = parse(tableOf([{ difference: shown }]).text, { comment: '#' });
    expect(row?.map(Number).slice(0, 2)).toEqual([-0.0512, 1e-7]);
  });

  it('leaves the cell of a withheld value empty, never 0', () => {
    const { text } = tableOf([
      { encounters: { value: null, status: 'SUPPRESSED' } },
      { encounters: { value: 12, status: 'SHOWN' } },
    ]);
    expect(text.split('\n').slice(1, 3)).toEqual([',SUPPRESSED', '12,SHOWN']);
  });

  it('names the parts of a distribution by their codes', () => {
    const parts = [
      { code: 'DAY', share: { value: 0.5 } },
      { code: 'NIGHT', share: { value: 0.5 } },
    ];
    expect(tableOf([{ coverageByShift: { parts } }]).text).toMatch(
      /^coverageByShift\.parts\.DAY\.code,coverageByShift\.parts\.DAY\.share\.value,coverageByShift\.parts\.NIGHT\.code/,
    );
  });

  it('writes a series as a line for each of its points, what is said of the series repeated', () => {
    const points = [
      { period: '2024-Q1', rate: { value: 0.1 } },
      { period: '2024-Q2', rate: { value: null } },
    ];
    const { text } = csvOf({ data: { trend: { series: [{ measure: 'ARREST_RATE', points }], footnotes: [] } } });
    expect(text).toBe('measure,points.period,points.rate.value\nARREST_RATE,2024-Q1,0.1\nARREST_RATE,2024-Q2,\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('lets no spreadsheet run %j', (text) => {
    const [, row] = parse(tableOf([{ name: text }]).text, { comment: '#', trim: false });
    expect(row).toEqual([`'${text}`]);
  });

  it('says beside the rows whatever else was selected', () => {
    const { text } = tableOf([{ encounters: { value: 12 } }], { release: { id: '2025-12.1' }, handle: 'hw-1' });
    expect(text).toContain('# release.id: 2025-12.1\n# handle: hw-1\n');
  });
});

describe('what is no table', () => {
  it.each([
    {
      name: 'a refusal',
      data: { outcomes: { reason: 'TOO_MANY_CELLS', message: 'Too many.' } },
      status: 422,
      says: 'TOO_MANY_CELLS: Too many.',
    },
    { name: 'rows without footnotes', data: { outcomes: { rows: [] } }, status: 400, says: 'carries its `footnotes`' },
    { name: 'two tables', data: { one: { rows: [] }, two: { rows: [] } }, status: 400, says: 'exactly one table' },
    { name: 'nothing', data: null, status: 400, says: 'exactly one table' },
  ])('is answered in words: $name', ({ data, status, says }) => {
    const answer = csvOf({ data });
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(says);
  });

  it.each([
    { code: 'UNAUTHENTICATED', status: 401 },
    { code: 'FORBIDDEN', status: 403 },
    { code: 'NOT_FOUND', status: 404 },
    { code: 'BAD_PERIOD', status: 400 },
    { code: 'INTERNAL_SERVER_ERROR', status: 500 },
  ])('has the status of its error: $code', ({ code, status }) => {
    const answer = csvOf({ errors: [{ message: 'In words.', extensions: { code } }] });
    expect(answer).toEqual({ status, text: 'In words.\n' });
  });
});
