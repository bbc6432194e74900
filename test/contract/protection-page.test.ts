import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { lenses } from '../../server/protect/lenses.js';
import { POOLS } from '../../server/protect/pool-rule.js';
import { shippedTable } from '../../server/protect/shipped-table.js';
import { WITHOUT_PERSONS } from '../../server/protect/threshold.js';

const page = readFileSync('docs/protection.md', 'utf8');
const { OWN: _own, ...published } = lenses;

/** The cells of the first row of a table of the page that begins so. */
function rowOf(first: string): readonly string[] {
  const line = page.split('\n').find((candidate) => candidate.startsWith(`| ${first} `)) ?? '';
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('the page on protection', () => {
  it.each(Object.values(published))('says what the $name lens shows', (lens) => {
    const grains = Object.values(lens.finestGrain).map((grain) => grain?.toLowerCase() ?? 'none');
    expect(rowOf(lens.name)).toEqual([
      lens.name,
      String(lens.threshold),
      String(lens.roundingBase),
      String(lens.orderMax),
      String(lens.agencyOrderMax),
      grains.join(', '),
      lens.complements.toLowerCase().replace('_', ' '),
      String(lens.tablesMax),
    ]);
  });

  it('says how far the noise moves a count', () => {
    const [, values = [], thresholds = []] = shippedTable.at(-1) ?? [];
    const shareWithin = (most: number): string => {
      const within = values.map((value, index) => {
        const share = ((thresholds[index] ?? 0) - (thresholds[index - 1] ?? 0)) / 2 ** 32;
        return Math.abs(value) <= most ? share : 0;
      });
      return `${(100 * within.reduce((sum, share) => sum + share, 0)).toFixed(1)} %`;
    };
    const shares = [0, 1, 2, 4, 6].map(shareWithin);
    expect(rowOf('share of counts').slice(1)).toEqual([...shares, String(Math.max(...values))]);
  });

  it('says what a pool needs, and what an agency without person tokens is shown', () => {
    expect(POOLS).toEqual({ openFrom: 4, orderOneFrom: 3, shareMax: 0.75 });
    expect(page).toContain('it needs four agencies and none over 75 %; with three it shows one dimension at a time');
    expect(WITHOUT_PERSONS).toBe(2);
    expect(page).toContain('the threshold of its single-agency cells is twice as high');
  });
});
