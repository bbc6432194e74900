import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { KEPT_MIN, excesses, hiddenKept } from '../../../scripts/leverage/limits.js';
import { costFor, rollingCost } from '../../../scripts/leverage/measured.js';
import { varianceKept } from '../../../scripts/leverage/hat.js';
import { keptByOrder } from '../../../scripts/leverage/orders.js';
import { leveragePage } from '../../../scripts/leverage/page.js';
import { rollingTimes } from '../../../scripts/leverage/synthetic.js';
import { lenses } from '../../../server/protect/index.js';
import { command } from '../../support/command.js';

const both = { hasSpans: true, hasGroups: true };
const seen = [lenses.PARTNER, lenses.STATE, lenses.RESEARCHER, lenses.PUBLIC];

describe('what extra looks cost', () => {
  it('is, of the dimensions, what the policy measured: order one', () => {
    const [total, first] = keptByOrder(1);
    expect(total?.least).toBeCloseTo(0.24, 2);
    expect([first?.least, first?.most].map((kept) => kept?.toFixed(2))).toEqual(['0.56', '0.88']);
  });

  it('is, of the dimensions, what the policy measured: order two', () => {
    const [total, first, second] = keptByOrder(2);
    expect(total?.least).toBeCloseTo(0.115, 3);
    expect([first?.least, first?.most].map((kept) => kept?.toFixed(2))).toEqual(['0.16', '0.22']);
    expect([second?.least, second?.most].map((kept) => kept?.toFixed(2))).toEqual(['0.32', '0.76']);
  });

  it('is, of the dimensions, what the hat matrix of all cells says', () => {
    const cells = [
      [1, 1, 1, 1, 1, 1],
      [1, 1, 1, 0, 0, 0],
      [0, 0, 0, 1, 1, 1],
    ].concat([0, 1, 2].map((column) => [0, 1, 2, 3, 4, 5].map((set) => Number(set % 3 === column))));
    const kept = varianceKept(cells);
    const [total, first] = keptByOrder(1, [2, 3]);
    expect(kept[0]).toBeCloseTo(total?.least ?? 0, 10);
    expect(Math.max(...kept.slice(1))).toBeCloseTo(first?.most ?? 0, 10);
  });

  it('is, of month, quarter and year, what the policy measured', () => {
    const times = rollingTimes(1, 1);
    const kept = varianceKept(times.map(({ sets }) => sets));
    expect(kept[0]).toBeCloseTo(0.75, 2);
    expect(kept[1]).toBeCloseTo(0.61, 2);
    expect(kept.at(-1)).toBeCloseTo(0.73, 2);
  });

  it.each(seen)('stays within the limits for the $name lens', (lens) => {
    const costs = costFor(lens, both);
    expect(excesses(costs)).toEqual([]);
    expect(costs.some(({ kept }) => kept < 0.9)).toBe(true);
    expect(costs.some(({ isNew, place, time }) => isNew && place === 'PEER_GROUP' && time === 'YEARS')).toBe(true);
  });

  it('is nothing without new nodes', () => {
    const costs = costFor(lenses.PUBLIC, { hasSpans: false, hasGroups: false });
    expect(costs.every(({ kept }) => Math.abs(kept - 1) < 1e-9)).toBe(true);
  });

  it('beyond a limit ends the command with a failure, and says where', async () => {
    const { exitCode, words } = await command('leverage', ['--kept-min', '0.7']);
    expect(exitCode).toBe(1);
    expect(words).toContain('AGENCY by YEAR keeps 0.65');
  }, 60_000);

  it('is kept in docs as the command prints it', () => {
    const figures = (text: string): readonly string[] => text.match(/0\.\d+/g) ?? [];
    expect(figures(readFileSync('docs/leverage.md', 'utf8'))).toEqual(figures(leveragePage(seen)));
  });

  it('would be beyond the limits with windows of three years that begin in every year', () => {
    const kept = rollingCost(3);
    expect(kept).toBeLessThan(KEPT_MIN);
    const cost = { place: 'AGENCY', time: 'YEAR', without: 1, with: kept, kept, isNew: false } as const;
    expect(excesses([cost])).toHaveLength(2);
    expect(hiddenKept(cost)).toBeLessThan(0.31);
  });
});
