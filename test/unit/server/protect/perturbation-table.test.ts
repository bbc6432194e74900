import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { perturbationTable, perturbationTableSha256 } from '../../../../server/protect/index.js';
import type { PerturbationParameters } from '../../../../server/protect/perturbation-table.js';
import { shippedTable } from '../../../../server/protect/shipped-table.js';
import { vector } from '../../../support/vectors/vector.js';

interface ReferenceTable {
  readonly label: string;
  readonly params: PerturbationParameters;
  readonly rows: readonly { readonly i: number; readonly v: number; readonly p: number }[];
}

const reference = vector<{ readonly tables: readonly (Partial<ReferenceTable> & { readonly label: string })[] }>(
  'sdc01_ptable_reference',
);
const feasible = reference.tables.filter((table): table is ReferenceTable => table.rows !== undefined);
const recommended = vector<{
  readonly rows: readonly { readonly i: number; readonly v: readonly number[]; readonly p: readonly number[] }[];
}>('sdc02_recommended_ptable');

/** R's optimiser stops within about 1e-6 of the optimum. */
const DIGITS_OF_R = 2e-6;

describe('perturbation table', () => {
  it.each(feasible)('agrees with the R package ptable on $label', ({ params, rows }) => {
    const made = new Map(
      perturbationTable(params).map((entry) => [`${entry.count} ${entry.noise}`, entry.probability]),
    );

    const apart = rows.map(({ i, v, p }) => Math.abs((made.get(`${i} ${v}`) ?? 0) - p));
    expect(Math.max(...apart)).toBeLessThan(DIGITS_OF_R);
    expect(rows.length).toBeGreaterThan(9);
  });

  it('refuses the parameters the R package refuses', () => {
    expect(() => perturbationTable({ D: 5, V: 3, js: 3 })).toThrow('No noise distribution satisfies these parameters');
  });

  it('ships the recommended table to the last digit', () => {
    const made = perturbationTable({ D: 10, V: 5, js: 0 });
    for (const { i, v, p } of recommended.rows) {
      const row = made.filter(({ count, probability }) => count === i && probability > 0);
      expect(row.map(({ noise }) => noise)).toEqual(v);
      row.forEach(({ probability }, index) => {
        expect(probability).toBeCloseTo(p[index] ?? Number.NaN, 9);
      });
    }
    expect(createHash('sha256').update(JSON.stringify(shippedTable)).digest('hex')).toBe(perturbationTableSha256);
  });

  it('never makes a count negative, and has mean zero and variance at most 5 in every row', () => {
    for (const count of [1, 2, 3, 5, 9, 10]) {
      const row = perturbationTable({ D: 10, V: 5, js: 0 }).filter((entry) => entry.count === count);
      const moment = (power: number): number =>
        row.reduce((sum, { noise, probability }) => sum + probability * noise ** power, 0);

      expect(Math.min(...row.map(({ noise }) => count + noise))).toBeGreaterThanOrEqual(0);
      expect(moment(1)).toBeCloseTo(0, 10);
      expect(moment(2)).toBeLessThanOrEqual(5 + 1e-9);
    }
  });
});
