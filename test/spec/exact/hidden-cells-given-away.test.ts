import { describe, expect, it } from '@jest/globals';

import { auditPublished } from '../../../server/audit/index.js';
import type { DrawnTable } from '../../support/drawn-table.js';
import { drawn } from '../../support/drawn-table.js';

/** What a reader can work out of one cell of a drawn table. */
async function learntOf(
  table: DrawnTable,
  { row, column, truth = null }: { row: string; column: string; truth?: number | null },
): Promise<object | undefined> {
  const cell = table.cellAt(row, column);
  const truths = table.shown.map((_, index) => (index === cell ? truth : null));
  const findings = await auditPublished(table, { threshold: 11, truths });
  const found = findings?.find((finding) => finding.cell === cell);
  return found === undefined ? undefined : { verdict: found.verdict, min: found.min, max: found.max };
}

describe('a hidden cell', () => {
  it('alone in its row and column is known exactly, by subtraction', async () => {
    const table = drawn`
            | arrest | referral | total
      CIT   |      · |       20 |    28
      patrol|     17 |       35 |    52
      total |     25 |       55 |    80
    `;
    expect(await learntOf(table, { row: 'CIT', column: 'arrest' })).toEqual({ verdict: 'KNOWN', min: 8, max: 8 });
    const [finding] = (await auditPublished(table, { threshold: 11, truths: [] })) ?? [];
    const givers = finding?.givenAwayBy.map((cell) => table.shown[cell]);
    expect([
      [20, 28],
      [17, 25],
    ]).toContainEqual(givers);
  });

  it('with a partner in its row only is still known, from its column', async () => {
    const table = drawn`
            | arrest | referral | total
      CIT   |      · |        · |    28
      patrol|     17 |       35 |    52
      total |     25 |       55 |    80
    `;
    expect(await learntOf(table, { row: 'CIT', column: 'arrest' })).toEqual({ verdict: 'KNOWN', min: 8, max: 8 });
  });

  it('in a rectangle of hidden cells can be anything from nothing to what its lines leave', async () => {
    const table = drawn`
            | arrest | referral | other | total
      CIT   |      · |        · |     5 |    33
      patrol|      · |        · |    10 |    62
      total |     25 |       55 |    15 |    95
    `;
    expect(await learntOf(table, { row: 'CIT', column: 'arrest', truth: 8 })).toEqual({
      verdict: 'HIDDEN',
      min: 0,
      max: 25,
    });
  });

  it('beside a hidden zero cannot be more than it is: zeros protect nobody', async () => {
    const table = drawn`
            | arrest | referral | total
      CIT   |      · |        · |     8
      patrol|      · |        · |    52
      total |     25 |       35 |    60
    `;
    expect(await learntOf(table, { row: 'CIT', column: 'arrest', truth: 8 })).toEqual({
      verdict: 'NARROW',
      min: 0,
      max: 8,
    });
  });

  it('between small partners is known too well, though not exactly', async () => {
    const table = drawn`
            | arrest | referral | total
      CIT   |      · |        · |    10
      patrol|      · |        · |    90
      total |     40 |       60 |   100
    `;
    expect(await learntOf(table, { row: 'CIT', column: 'arrest', truth: 8 })).toEqual({
      verdict: 'NARROW',
      min: 0,
      max: 10,
    });
  });

  it('has no upper end where its totals are hidden too', async () => {
    const table = drawn`
            | arrest | referral | total
      CIT   |      · |       20 |     ·
      patrol|     17 |       35 |    52
      total |      · |       55 |     ·
    `;
    expect(await learntOf(table, { row: 'CIT', column: 'arrest', truth: 8 })).toEqual({
      verdict: 'HIDDEN',
      min: 0,
      max: null,
    });
  });
});

it('a table that contradicts itself is not audited', async () => {
  const table = drawn`
          | arrest | referral | total
    CIT   |      · |       30 |    28
    patrol|     17 |       35 |    52
    total |     25 |       55 |    80
  `;
  expect(await auditPublished(table, { threshold: 11, truths: [] })).toBeNull();
});
