import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { arranged } from '../../../../server/flow/index.js';
import type { Arrangement, OutcomeRow, OutcomesTable } from '../../../../server/flow/index.js';
import { estimateCount, estimateRate, withoutValue } from '../../../../server/estimate/index.js';
import type { DisplayedSum } from '../../../../server/table/index.js';

/** A row as it is displayed: its encounters, and its arrests among them; null where suppressed. */
interface Drawn {
  readonly count: number | null;
  readonly arrested: number | null;
}

function sumOf(count: number | null): DisplayedSum {
  return count === null
    ? { status: 'SUPPRESSED', atLeast: 0, suppressedComponents: 1 }
    : { status: 'SHOWN', count, variance: 5, components: 1 };
}

function rowOf({ count, arrested }: Drawn, index: number): OutcomeRow {
  const beside = { unknown: sumOf(0), notCollected: sumOf(0), notEngaged: null, threshold: 11 };
  return {
    group: { CALL_TYPE: String(index) },
    encounters: estimateCount(sumOf(count)),
    measures: {
      arrestRate: estimateRate({ numerator: sumOf(arrested), denominator: sumOf(count), ...beside }),
      sceneMinutes: withoutValue('SUPPRESSED').quantiles,
    },
    vintage: 'v',
  };
}

function tableOf(drawn: readonly Drawn[]): OutcomesTable {
  const rows = drawn.map(rowOf);
  return { kind: 'ANSWERED', rows, rowCount: rows.length, footnotes: [], handle: 'hw' } as unknown as OutcomesTable;
}

/** The rows of an arranged answer, by their place in the plain one. */
function placesIn(drawn: readonly Drawn[], arrangement: Partial<Arrangement>): readonly number[] {
  const answer = arranged(tableOf(drawn), { orderBy: null, top: null, ...arrangement });
  return 'rows' in answer ? answer.rows.map(({ group }) => Number(group['CALL_TYPE'])) : [];
}

const drawnRows = [
  { count: 40, arrested: 20 },
  { count: null, arrested: null },
  { count: 100, arrested: 20 },
  { count: 40, arrested: null },
  { count: null, arrested: null },
];

const directions = ['ASCENDING', 'DESCENDING'] as const;
const orders = fc.record({
  by: fc.constantFrom('ENCOUNTERS', 'arrestRate'),
  direction: fc.constantFrom(...directions),
});
const drawings = fc.array(
  fc.record({
    count: fc.option(fc.integer({ min: 30, max: 60 })),
    arrested: fc.option(fc.integer({ min: 11, max: 14 })),
  }),
  { maxLength: 12 },
);

describe('the order of the rows', () => {
  it.each([
    { by: 'ENCOUNTERS', direction: 'DESCENDING', places: [2, 0, 3, 1, 4] },
    { by: 'ENCOUNTERS', direction: 'ASCENDING', places: [0, 3, 2, 1, 4] },
    { by: 'arrestRate', direction: 'DESCENDING', places: [0, 2, 1, 3, 4] },
    { by: 'arrestRate', direction: 'ASCENDING', places: [2, 0, 1, 3, 4] },
    { by: 'sceneMinutes', direction: 'ASCENDING', places: [0, 1, 2, 3, 4] },
    { by: 'AXES', direction: 'ASCENDING', places: [0, 1, 2, 3, 4] },
    { by: 'AXES', direction: 'DESCENDING', places: [4, 3, 2, 1, 0] },
  ] as const)(
    'by $by, $direction: hidden values last, equal ones as the registry has them',
    ({ places, ...orderBy }) => {
      expect(placesIn(drawnRows, { orderBy })).toEqual(places);
    },
  );

  it('can be cut, says how much is left out, and never gives a hidden row before a shown one', () => {
    const answer = arranged(tableOf(drawnRows), { orderBy: { by: 'ENCOUNTERS', direction: 'ASCENDING' }, top: 3 });
    expect(answer).toMatchObject({ rowCount: 5, handle: 'hw' });
    expect('rows' in answer && answer.rows.map(({ encounters }) => encounters.status)).toEqual(Array(3).fill('SHOWN'));
    expect('footnotes' in answer && answer.footnotes.join()).toContain('Only the first 3 of 5 rows are given.');
  });

  it('is made by the displayed values alone, which are rounded before', () => {
    const close = [
      { count: 3_000, arrested: 1_000 },
      { count: 10_000, arrested: 3_334 },
    ];
    expect(tableOf(close).rows.map(({ measures }) => measures['arrestRate'])).toMatchObject([
      { value: 0.333 },
      { value: 0.333 },
    ]);
    for (const direction of directions)
      expect(placesIn(close, { orderBy: { by: 'arrestRate', direction } })).toEqual([0, 1]);
  });

  it('is a permutation with the shown in order, then the hidden in the order of the registry', () => {
    fc.assert(
      fc.property(drawings, orders, fc.integer({ min: 1, max: 12 }), (drawn, orderBy, top) => {
        const { rows } = tableOf(drawn);
        const valueAt = (place: number): number | null => {
          const row = rows[place];
          const estimate = orderBy.by === 'ENCOUNTERS' ? row?.encounters : row?.measures['arrestRate'];
          return estimate !== undefined && 'value' in estimate ? estimate.value : null;
        };
        const places = placesIn(drawn, { orderBy });
        const shown = places.filter((place) => valueAt(place) !== null);
        const sign = orderBy.direction === 'ASCENDING' ? 1 : -1;

        expect(places.toSorted((one, other) => one - other)).toEqual(rows.map((_, place) => place));
        expect(places.slice(0, shown.length)).toEqual(shown);
        expect(places.slice(shown.length)).toEqual(places.slice(shown.length).toSorted((one, other) => one - other));
        for (const [index, place] of shown.entries()) {
          const next = shown[index + 1];
          if (next === undefined) continue;
          const step = sign * ((valueAt(next) ?? 0) - (valueAt(place) ?? 0));
          expect(step > 0 || (step === 0 && next > place)).toBe(true);
        }
        expect(placesIn(drawn, { orderBy, top })).toEqual(places.slice(0, top));
      }),
    );
  });
});
