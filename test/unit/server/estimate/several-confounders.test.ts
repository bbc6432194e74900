import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { fitterOf } from '../../../../server/estimate/several/fitted-table.js';
import { inputFrom } from '../../../../server/estimate/several/input.js';
import { adjustedForSeveral } from '../../../../server/estimate/several/several-confounders.js';
import type { SeveralInputs } from '../../../../server/estimate/several/several-confounders.js';

const SIZES = [3, 2] as const;
const STRATA = 6;
const MARGINS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

/** Sums of a table of arm, first and second confounder over one of them. */
function marginOf(values: readonly number[], variables: readonly number[]): readonly number[] {
  const shape = [values.length / STRATA, ...SIZES];
  const sums = new Map<number, number>();
  for (const [cell, value] of values.entries()) {
    const categories = [Math.floor(cell / STRATA), Math.floor((cell % STRATA) / 2), cell % 2];
    const place = variables.reduce((at, variable) => at * (shape[variable] ?? 1) + (categories[variable] ?? 0), 0);
    sums.set(place, (sums.get(place) ?? 0) + value);
  }
  return [...sums.entries()].toSorted(([one], [other]) => one - other).map(([, sum]) => sum);
}

function inputsOf(trials: readonly number[], events: readonly number[], variance = 0): SeveralInputs {
  const input = (count: number) => ({ count, variance });
  return {
    sizes: SIZES,
    exposure: trials.map(input),
    outcomes: MARGINS.map((variables) => ({
      variables,
      trials: marginOf(trials, variables).map(input),
      events: marginOf(events, variables).map(input),
    })),
  };
}

/** Standardised by definition, from the whole table nobody is shown. */
function fromWholeTable(trials: readonly number[], events: readonly number[]): readonly [number, number] {
  const whole = trials.reduce((sum, count) => sum + count, 0);
  const riskOf = (arm: number): number =>
    Array.from({ length: STRATA }, (_, stratum) => {
      const at = (list: readonly number[], group: number): number => list[group * STRATA + stratum] ?? 0;
      return ((at(trials, 0) + at(trials, 1)) / whole) * (at(events, arm) / at(trials, arm));
    }).reduce((sum, part) => sum + part, 0);
  return [riskOf(0), riskOf(1)];
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** Tables in which the odds ratio of the arm is the same everywhere: what the model assumes. */
const worlds = fc.record({
  trials: fc.array(fc.integer({ min: 50, max: 5_000 }), { minLength: 2 * STRATA, maxLength: 2 * STRATA }),
  baseline: fc.array(fc.double({ min: -2, max: 1, noNaN: true }), { minLength: STRATA, maxLength: STRATA }),
  effect: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
});

describe('a fitted table', () => {
  it('has the margins asked for', () => {
    const fit = fitterOf([2, 2], [[0], [1]]);
    const table = fit(Float64Array.of(10, 20, 30, 40), [
      [40, 60],
      [30, 70],
    ]);
    const [a = 0, b = 0, c = 0, d = 0] = table;
    expect([a + b, c + d, a + c, b + d].map((sum) => Number(sum.toFixed(6)))).toEqual([40, 60, 30, 70]);
  });

  it('keeps the odds ratio of the seed, which no margin has', () => {
    const table = fitterOf([2, 2], [[0], [1]])(Float64Array.of(10, 20, 30, 40), [
      [40, 60],
      [30, 70],
    ]);
    const [a = 0, b = 0, c = 0, d = 0] = table;
    expect((a * d) / (b * c)).toBeCloseTo((10 * 40) / (20 * 30), 9);
  });
});

describe('two arms adjusted for several confounders', () => {
  it('are what the whole table says, where the odds ratio is the same everywhere', () => {
    fc.assert(
      fc.property(worlds, ({ trials, baseline, effect }) => {
        const events = trials.map((count, cell) => {
          const odds = (baseline[cell % STRATA] ?? 0) + (cell < STRATA ? 0 : effect);
          return count * logistic(odds);
        });
        const [baselineRisk, risk] = fromWholeTable(trials, events);
        const [adjusted] = adjustedForSeveral(inputsOf(trials, events));

        expect(adjusted?.baselineRisk).toBeCloseTo(baselineRisk, 3);
        expect(adjusted?.risk).toBeCloseTo(risk, 3);
        expect(adjusted?.overlap).toBeCloseTo(1, 9);
      }),
      { numRuns: 20 },
    );
  });

  it('differ the other way round when they are swapped', () => {
    const trials = [400, 300, 500, 200, 100, 300, 200, 250, 120, 90, 300, 80];
    const events = [60, 50, 90, 40, 30, 60, 20, 30, 15, 15, 50, 20];
    const swapped = (list: readonly number[]) => [...list.slice(STRATA), ...list.slice(0, STRATA)];
    const [forward] = adjustedForSeveral(inputsOf(trials, events, 5));
    const [backward] = adjustedForSeveral(inputsOf(swapped(trials), swapped(events), 5));

    expect(backward?.difference.value).toBeCloseTo(-(forward?.difference.value ?? NaN), 6);
    expect(backward?.difference.interval.lower).toBeCloseTo(-(forward?.difference.interval.upper ?? NaN), 5);
    expect(backward?.ratio.value).toBeCloseTo(1 / (forward?.ratio.value ?? NaN), 6);
  });

  it('are estimated as many as there are, each from the tables of all', () => {
    const trials = [400, 300, 500, 200, 100, 300, 200, 250, 120, 90, 300, 80, 80, 70, 60, 50, 90, 40];
    const risks = [0.2, 0.3, 0.25, 0.1, 0.4, 0.2];
    const events = trials.map((count, cell) => {
      const odds = Math.log((risks[cell % STRATA] ?? 0) / (1 - (risks[cell % STRATA] ?? 0)));
      return count * logistic(odds + ([0, -0.7, 0.4][Math.floor(cell / STRATA)] ?? 0));
    });
    const found = adjustedForSeveral(inputsOf(trials, events, 4));
    const pairs = [1, 2].map((arm) => {
      const pairOf = (list: readonly number[]) => [
        ...list.slice(0, STRATA),
        ...list.slice(arm * STRATA, (arm + 1) * STRATA),
      ];
      return fromWholeTable(pairOf(trials), pairOf(events));
    });

    expect(found).toHaveLength(2);
    for (const [index, pair] of pairs.entries()) {
      expect(found[index]?.baselineRisk).toBeCloseTo(pair[0], 3);
      expect(found[index]?.risk).toBeCloseTo(pair[1], 3);
    }
  });

  it('have a wider interval where the counts carry noise', () => {
    const trials = [400, 300, 500, 200, 100, 300, 200, 250, 120, 90, 300, 80];
    const events = [60, 50, 90, 40, 30, 60, 20, 30, 15, 15, 50, 20];
    const widthOf = (variance: number): number => {
      const interval = adjustedForSeveral(inputsOf(trials, events, variance))[0]?.difference.interval;
      return (interval?.upper ?? NaN) - (interval?.lower ?? NaN);
    };
    expect(widthOf(5)).toBeGreaterThan(1.02 * widthOf(0));
  });

  it('are not estimated where an arm has no outcome', () => {
    const trials = Array.from({ length: 2 * STRATA }, () => 100);
    const events = trials.map((_, cell) => (cell < STRATA ? 10 : 0));
    expect(adjustedForSeveral(inputsOf(trials, events))).toEqual([null]);
  });

  it('take half the threshold for what is suppressed, and never more than half of its whole', () => {
    const suppressed = { status: 'SUPPRESSED', atLeast: 0, suppressedComponents: 1 } as const;
    expect(inputFrom(suppressed, { threshold: 11 })).toEqual({ count: 5.5, variance: 10 });
    expect(inputFrom(suppressed, { threshold: 11 }, { count: 8, variance: 5 }).count).toBe(4);
  });

  it('take what is shown of a sum, and half the threshold for each part that is not', () => {
    const partly = { status: 'SUPPRESSED', atLeast: 120, suppressedComponents: 2 } as const;
    expect(inputFrom(partly, { threshold: 11 })).toEqual({ count: 131, variance: 20 });
    expect(inputFrom(partly, { threshold: 11 }, { count: 130, variance: 5 }).count).toBe(120);
  });
});
