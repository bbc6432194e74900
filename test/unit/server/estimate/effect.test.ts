import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { differenceInDifferences } from '../../../../server/estimate/studies/difference-in-differences.js';
import type { FourRates } from '../../../../server/estimate/studies/difference-in-differences.js';
import { eventStudy } from '../../../../server/estimate/studies/event-study.js';
import type { PairedPeriod } from '../../../../server/estimate/studies/event-study.js';
import { parallelTrend } from '../../../../server/estimate/studies/parallel-trend.js';
import { expectNear } from '../../../support/near.js';
import { vector } from '../../../support/vectors/vector.js';

type Four = readonly [number, number, number, number];

const classical = vector<{
  readonly cases: readonly {
    readonly name: string;
    readonly x: Four;
    readonly n: Four;
    readonly did: number;
    readonly se: number;
    readonly ci: readonly [number, number];
    readonly log_ratio_of_ratios: number | null;
    readonly se_log_ror: number | null;
    readonly glm_logit: { readonly log_or_ratio: number; readonly se: number };
  }[];
}>('st09_did').cases;
const adjusted = vector<{
  readonly did: readonly {
    readonly x: Four;
    readonly n: Four;
    readonly did: number;
    readonly se: number;
    readonly ci: readonly [number, number];
  }[];
}>('st12_perturbation_adjusted').did;

function fourRates(x: readonly number[], n: readonly number[], variance: number): FourRates {
  const rate = (index: number) => ({
    events: x[index] ?? 0,
    trials: n[index] ?? 0,
    eventsVariance: variance,
    trialsVariance: variance,
  });
  return { treatedBefore: rate(0), treatedAfter: rate(1), comparisonBefore: rate(2), comparisonAfter: rate(3) };
}

describe('difference in differences', () => {
  it.each(classical)('of exact counts agrees with R: $name', ({ x, n, did, se, ci, ...logs }) => {
    const rates = fourRates(x, n, 0);
    const found = differenceInDifferences(rates, 'IDENTITY');
    expectNear(found?.value, did);
    expectNear(found?.standardError, se);
    expectNear(found?.interval.lower, ci[0]);
    expectNear(found?.interval.upper, ci[1]);

    const [onLog, onLogit] = [differenceInDifferences(rates, 'LOG'), differenceInDifferences(rates, 'LOGIT')];
    if (logs.log_ratio_of_ratios === null || logs.se_log_ror === null) {
      expect([onLog, onLogit]).toEqual([null, null]);
      return;
    }
    expectNear(onLog?.value, logs.log_ratio_of_ratios);
    expectNear(onLog?.standardError, logs.se_log_ror);
    expectNear(onLogit?.value, Math.abs(logs.glm_logit.log_or_ratio) < 1e-12 ? 0 : logs.glm_logit.log_or_ratio, 1e-6);
    expectNear(onLogit?.standardError, logs.glm_logit.se, 1e-6);
  });

  it.each(adjusted)(
    'of displayed counts is less certain by the noise in each of the eight',
    ({ x, n, did, se, ci }) => {
      const found = differenceInDifferences(fourRates(x, n, 5), 'IDENTITY');
      expectNear(found?.value, did);
      expectNear(found?.standardError, se);
      expectNear(found?.interval.lower, ci[0]);
      expectNear(found?.interval.upper, ci[1]);
    },
  );

  it('is none without trials, and none where nothing varies: no interval of no width', () => {
    expect(differenceInDifferences(fourRates([0, 0, 0, 0], [0, 10, 10, 10], 0), 'IDENTITY')).toBeNull();
    expect(differenceInDifferences(fourRates([0, 10, 0, 10], [10, 10, 10, 10], 0), 'IDENTITY')).toBeNull();
  });

  it('turns its sign when treated and comparison change places', () => {
    const counts = fc.array(fc.integer({ min: 11, max: 200 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(counts, (x) => {
        const rates = fourRates(x, [300, 310, 290, 305], 5);
        const swapped: FourRates = {
          treatedBefore: rates.comparisonBefore,
          treatedAfter: rates.comparisonAfter,
          comparisonBefore: rates.treatedBefore,
          comparisonAfter: rates.treatedAfter,
        };
        for (const scale of ['IDENTITY', 'LOG', 'LOGIT'] as const) {
          const [one, other] = [differenceInDifferences(rates, scale), differenceInDifferences(swapped, scale)];
          expect(one?.value).toBeCloseTo(-(other?.value ?? Number.NaN), 10);
          expect(one?.standardError).toBeCloseTo(other?.standardError ?? Number.NaN, 10);
        }
      }),
    );
  });
});

const exactly = (events: number, trials = 1_000) => ({ events, trials, eventsVariance: 0, trialsVariance: 0 });
const period = (treated: number, comparison: number, isReference: boolean): PairedPeriod => ({
  treated: exactly(treated),
  comparison: exactly(comparison),
  isReference,
});

describe('event study', () => {
  const periods = [period(100, 80, true), period(110, 70, true), period(60, 75, false), period(50, 70, false)];

  it('gives the gap of each period less the mean gap of the reference', () => {
    const values = eventStudy(periods).map((effect) => effect?.value);
    for (const [index, expected] of [-0.01, 0.01, -0.045, -0.05].entries()) expectNear(values[index], expected);
  });

  it('counts a reference period once, not twice, in the variance of its own coefficient', () => {
    const varianceOf = (events: number): number => ((events / 1_000) * (1 - events / 1_000)) / 1_000;
    const [first = 0, second = 0, third = 0] = [
      [100, 80],
      [110, 70],
      [60, 75],
    ].map(([treated = 0, comparison = 0]) => varianceOf(treated) + varianceOf(comparison));
    const found = eventStudy(periods);
    expectNear((found[0]?.standardError ?? 0) ** 2, first / 4 + second / 4);
    expectNear((found[2]?.standardError ?? 0) ** 2, third + (first + second) / 4);
  });

  it('gives none for a period that is not shown, and none at all without the whole reference', () => {
    expect(eventStudy(periods.with(3, { ...period(1, 1, false), treated: null }))[3]).toBeNull();
    expect(eventStudy(periods.with(0, { ...period(1, 1, true), comparison: null }))).toEqual([null, null, null, null]);
  });
});

describe('parallel trends', () => {
  it('have a gap that does not move: slope 0', () => {
    const found = parallelTrend([100, 90, 110, 95, 105].map((events) => period(events + 20, events, true)));
    expect(found?.slope.value).toBeCloseTo(0, 3);
    expect(found?.pValue).toBeGreaterThan(0.9);
  });

  it('are doubted when the gap widens before anything began', () => {
    const found = parallelTrend([0, 1, 2, 3, 4, 5].map((step) => period(100 + 20 * step, 100, true)));
    expect(found?.slope.value).toBeCloseTo(0.02, 2);
    expect(found?.slope.interval.lower).toBeGreaterThan(0);
    expect(found?.pValue).toBeLessThan(1e-6);
  });

  it('are not judged from three periods', () => {
    expect(parallelTrend([1, 2, 3].map((step) => period(100 * step, 100, true)))).toBeNull();
  });
});
