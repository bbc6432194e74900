import { describe, expect, it } from '@jest/globals';

import { poolRule } from '../../../../server/protect/index.js';
import { RawTable, cellOf } from '../../../../server/table/index.js';

/** What the rule says of a quarter in which agencies have so many encounters. */
function verdictOn(sizes: readonly number[], time = '2025-Q1'): string {
  const agencyIds = sizes.map((_, index) => `agency-${index}`);
  const months = agencyIds.map((id) =>
    cellOf({ geography: { level: 'AGENCY', id, agencyIds: [id] }, time: '2025-03', nodes: [] }),
  );
  const counts = new Map(months.map(({ id }, index) => [id, { n: sizes[index] ?? 0, keySum: 0, persons: null }]));
  const pool = { geography: { level: 'STATE', id: 'WA', agencyIds }, time } as const;
  return poolRule(new RawTable(months, counts), [pool])(pool);
}

describe('a pool', () => {
  it.each([
    { sizes: [100], verdict: 'CLOSED', name: 'one agency' },
    { sizes: [100, 100], verdict: 'CLOSED', name: 'two agencies' },
    { sizes: [100, 100, 100], verdict: 'ORDER_ONE', name: 'three agencies' },
    { sizes: [100, 100, 100, 100], verdict: 'OPEN', name: 'four agencies' },
    { sizes: [100, 100, 100, 0], verdict: 'ORDER_ONE', name: 'four agencies of which one has nothing' },
    { sizes: [300, 50, 25, 25], verdict: 'OPEN', name: 'an agency with exactly three quarters' },
    { sizes: [301, 50, 25, 24], verdict: 'CLOSED', name: 'an agency with more than three quarters' },
    { sizes: [0, 0, 0, 0], verdict: 'CLOSED', name: 'no encounters' },
  ])('of $name is $verdict', ({ sizes, verdict }) => {
    expect(verdictOn(sizes)).toBe(verdict);
  });

  it('is judged in its own time alone', () => {
    expect(verdictOn([100, 100, 100, 100], '2025-Q2')).toBe('CLOSED');
    expect(verdictOn([100, 100, 100, 100], '2025')).toBe('OPEN');
  });
});
