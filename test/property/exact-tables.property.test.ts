import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { auditPublished, hiddenCellsOf, layoutOf } from '../../server/audit/index.js';
import type { ExactTable, PublishedTable, TableAxis } from '../../server/audit/index.js';
import { axisOf } from '../support/drawn-table.js';

const THRESHOLD = 11;

/** An axis of a few categories, or of two headings with two categories each; the total last. */
const axes: fc.Arbitrary<TableAxis> = fc.oneof(
  fc.constantFrom(2, 3, 4).map((size) => axisOf([...'abcd'].slice(0, size).concat('all'))),
  fc.constant<TableAxis>({
    nodes: ['a', 'b', 'c', 'd', 'ab', 'cd', 'all'],
    partsOf: (node) => ({ ab: ['a', 'b'], cd: ['c', 'd'], all: ['ab', 'cd'] })[node] ?? [],
  }),
);

const counts = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 11, max: 60 }));

/** Tables of one to three axes, counted up from their inner cells. */
const tables: fc.Arbitrary<ExactTable> = fc
  .array(axes, { minLength: 1, maxLength: 3 })
  .chain((list) => {
    const layout = layoutOf(list);
    return fc.array(counts, { minLength: layout.cells.length, maxLength: layout.cells.length }).map((inner) => {
      const values = added(layout, inner);
      return tableOf(layout.relations, values);
    });
  })
  .filter(({ values }) => values.length <= 150);

function tableOf(relations: ExactTable['relations'], values: readonly number[]): ExactTable {
  const cells = values.map((value, cell) => ({ value, cell }));
  return {
    relations,
    values,
    floors: values.map(() => 1),
    primary: new Set(cells.filter(({ value }) => value > 0 && value < THRESHOLD).map(({ cell }) => cell)),
    alone: new Set(cells.filter(({ value }) => value === 1).map(({ cell }) => cell)),
    shownBefore: new Set(),
    hiddenBefore: new Set(),
    threshold: THRESHOLD,
  };
}

/** Every total from its parts, whatever was drawn for it. */
function added({ relations, cells }: ReturnType<typeof layoutOf>, inner: readonly number[]): readonly number[] {
  const known = new Map<number, number>();
  const valueOf = (cell: number): number => {
    const relation = relations.find(({ total }) => total === cell);
    const value = known.get(cell) ?? relation?.parts.reduce((sum, part) => sum + valueOf(part), 0) ?? inner[cell] ?? 0;
    known.set(cell, value);
    return value;
  };
  return cells.map((_, cell) => valueOf(cell));
}

function published({ relations, values, floors }: ExactTable, hidden: ReadonlySet<number>): PublishedTable {
  return { relations, floors, shown: values.map((value, cell) => (hidden.has(cell) ? null : value)) };
}

describe('an exact table with its complements', () => {
  it('hides every small cell, shows every zero, and leaves no hidden cell known or too narrow', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const hidden = await hiddenCellsOf(table);
        for (const cell of table.primary) expect(hidden).toContain(cell);
        for (const cell of hidden) expect(table.values[cell]).toBeGreaterThan(0);

        const findings = await auditPublished(published(table, hidden), {
          threshold: THRESHOLD,
          truths: table.values,
        });
        expect(findings?.filter(({ verdict }) => verdict !== 'HIDDEN')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same every time, and hides no more when asked again', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const hidden = await hiddenCellsOf(table);
        expect(await hiddenCellsOf(table)).toEqual(hidden);
        expect(await hiddenCellsOf({ ...table, hiddenBefore: hidden })).toEqual(hidden);
      }),
      { numRuns: 15 },
    );
  });

  it('never hides what is out already, nor shows what was hidden', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.infiniteStream(fc.boolean()), async (table, coins) => {
        const before = await hiddenCellsOf(table);
        const isOut = table.values.map(() => coins.next().value === true);
        const cells = [...isOut.keys()].filter((cell) => isOut[cell]);
        const again = await hiddenCellsOf({
          ...table,
          shownBefore: new Set(cells.filter((cell) => !before.has(cell))),
          hiddenBefore: new Set(cells.filter((cell) => before.has(cell))),
        });
        for (const cell of cells) expect(again.has(cell)).toBe(before.has(cell));
      }),
      { numRuns: 15 },
    );
  });
});

describe('the audit', () => {
  /** Every way of filling the hidden cells with whole numbers that agrees with what is shown. */
  function possible({ relations, shown }: PublishedTable, most: number): readonly (readonly number[])[] {
    const inner = shown.flatMap((value, cell) =>
      value === null && relations.every(({ total }) => total !== cell) ? [cell] : [],
    );
    const ways = inner.reduce<readonly (readonly number[])[]>(
      (found) => found.flatMap((way) => Array.from({ length: most + 1 }, (_, value) => [...way, value])),
      [[]],
    );
    return ways
      .map((way) => shown.map((value, cell) => value ?? way[inner.indexOf(cell)] ?? 0))
      .map((values) => added({ relations, cells: values.map(() => []), numberOf: () => null }, values))
      .filter((values) => values.every((value, cell) => shown[cell] === null || shown[cell] === value));
  }

  it('finds the same interval for every hidden cell as trying every table there is', async () => {
    const layout = layoutOf([axisOf(['a', 'b', 'all']), axisOf(['c', 'd', 'all'])]);
    const small = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 9 });
    const chosen = fc.array(fc.boolean(), { minLength: 9, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(small, chosen, async (drawn, coins) => {
        const values = added(layout, drawn);
        const isInner = (cell: number): boolean => layout.relations.every(({ total }) => total !== cell);
        const hidden = new Set(values.flatMap((_, cell) => (coins[cell] === true && isInner(cell) ? [cell] : [])));
        const table = { ...published(tableOf(layout.relations, values), hidden), floors: values.map(() => 0) };

        const ways = possible(table, 16);
        const findings = await auditPublished(table, { threshold: THRESHOLD, truths: [] });
        expect(ways).toContainEqual(values);
        expect(findings?.map(({ cell, min, max }) => ({ cell, min, max }))).toEqual(
          [...hidden].map((cell) => {
            const found = ways.map((way) => way[cell] ?? 0);
            return { cell, min: Math.min(...found), max: Math.max(...found) };
          }),
        );
      }),
      { numRuns: 40 },
    );
  });
});
