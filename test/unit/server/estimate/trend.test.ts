import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { brokenRules } from '../../../../server/estimate/studies/control-rules.js';
import { controlChart } from '../../../../server/estimate/studies/control-chart.js';
import { effectiveTrials } from '../../../../server/estimate/proportion.js';
import { logLinearTrend } from '../../../../server/estimate/studies/log-linear-trend.js';
import type { CountAt } from '../../../../server/estimate/studies/log-linear-trend.js';
import { expectNear } from '../../../support/near.js';
import { vector } from '../../../support/vectors/vector.js';

const classical = vector<{
  readonly poisson_trend: readonly {
    readonly name: string;
    readonly x: readonly number[];
    readonly t: readonly number[];
    readonly intercept: number;
    readonly slope: number;
    readonly se: number;
  }[];
}>('st10_trend').poisson_trend;
const adjusted = vector<{
  readonly trend: readonly {
    readonly y: readonly number[];
    readonly t: readonly number[];
    readonly slope: number;
    readonly se: number;
  }[];
}>('st12_perturbation_adjusted').trend;

const ITERATIVE = 1e-6;

function countsOf(events: readonly number[], exposures: readonly number[], variance: number): readonly CountAt[] {
  return events.map((count, at) => ({
    at,
    events: count,
    exposure: exposures[at] ?? 1,
    eventsVariance: variance,
    exposureVariance: 0,
  }));
}

describe('log-linear trend', () => {
  it.each(classical)('of exact counts agrees with R: $name', ({ x, t, intercept, slope, se }) => {
    const found = logLinearTrend(countsOf(x, t, 0), { per: 'EXPOSURE' });
    expectNear(found?.intercept, intercept, ITERATIVE);
    expectNear(found?.slope, slope, ITERATIVE);
    expectNear(found?.slopeStandardError, se, ITERATIVE);
  });

  it.each(adjusted)('of displayed counts has the variance mu + V', ({ y, t, slope, se }) => {
    const found = logLinearTrend(countsOf(y, t, 5), { per: 'EXPOSURE' });
    expectNear(found?.slope, slope, ITERATIVE);
    expectNear(found?.slopeStandardError, se, ITERATIVE);
  });

  it('is none at one time, and none without an event', () => {
    expect(logLinearTrend(countsOf([30], [100], 5), { per: 'TRIALS' })).toBeNull();
    expect(logLinearTrend(countsOf([0, 0, 0], [90, 90, 90], 5), { per: 'TRIALS' })).toBeNull();
  });

  it('finds a planted trend of a proportion exactly, and the less certainly the more noise there is', () => {
    const step = fc.double({ min: -0.1, max: 0.1, noNaN: true });
    fc.assert(
      fc.property(step, fc.integer({ min: 200, max: 2_000 }), (slope, exposure) => {
        const planted = (variance: number): readonly CountAt[] =>
          Array.from({ length: 8 }, (_, at) => ({
            at,
            events: exposure * 0.2 * Math.exp(slope * at),
            exposure,
            eventsVariance: variance,
            exposureVariance: variance,
          }));
        const exact = logLinearTrend(planted(0), { per: 'TRIALS' });
        const noisy = logLinearTrend(planted(5), { per: 'TRIALS' });
        expect(exact?.slope).toBeCloseTo(slope, 8);
        expect(noisy?.slope).toBeCloseTo(slope, 8);
        expect(noisy?.slopeStandardError).toBeGreaterThan(exact?.slopeStandardError ?? Infinity);
      }),
      { numRuns: 50 },
    );
  });
});

const exactly = (events: number, trials: number) => ({ events, trials, eventsVariance: 0, trialsVariance: 0 });

describe('control chart', () => {
  it('is a p-chart where only chance moves the points: p +- 3 sqrt(p(1-p)/n)', () => {
    const chart = controlChart([20, 24, 18, 22, 21, 19, 20, 16].map((events) => exactly(events, 200)));
    expect(chart).toMatchObject({ centre: 0.1, method: 'P_CHART' });
    const limits = chart?.limitsOf(exactly(20, 200));
    expect(limits?.lower).toBeCloseTo(0.1 - 3 * Math.sqrt(0.09 / 200), 12);
    expect(limits?.upper).toBeCloseTo(0.1 + 3 * Math.sqrt(0.09 / 200), 12);
  });

  it('is a p’ chart where neighbours differ by more than chance, its limits wider by sigma z', () => {
    const points = [400, 600, 380, 620, 410, 590, 400, 600].map((events) => exactly(events, 5_000));
    const chart = controlChart(points);
    expect(chart?.method).toBe('LANEY_P');
    const limits = chart?.limitsOf(exactly(500, 5_000));
    expect((limits?.upper ?? 0) - 0.1).toBeCloseTo(3 * Math.sqrt(0.09 / 5_000) * (chart?.sigmaZ ?? 0), 12);
  });

  it('draws its limits at the effective number of trials, and clips them at 0', () => {
    const noisy = { events: 12, trials: 60, eventsVariance: 5, trialsVariance: 5 };
    const chart = controlChart(Array.from({ length: 6 }, () => noisy));
    const spread = 3 * Math.sqrt((0.2 * 0.8) / effectiveTrials(noisy));
    expect(chart?.limitsOf(noisy)).toEqual({ lower: Math.max(0, 0.2 - spread), upper: 0.2 + spread });
    expect(chart?.limitsOf({ ...noisy, events: 2, trials: 11 }).lower).toBe(0);
  });

  it('is none with fewer than six points, and none where nothing ever happens', () => {
    expect(controlChart([30, 31, 29, 30, 30].map((events) => exactly(events, 100)))).toBeNull();
    expect(controlChart(Array.from({ length: 8 }, () => exactly(0, 100)))).toBeNull();
  });
});

describe('a flagged point', () => {
  const limits = { lower: 0.1, upper: 0.3 };
  const at = (proportion: number) => ({ proportion, limits });
  const run = (count: number, proportion: number) => Array.from({ length: count }, () => at(proportion));

  it('lies beyond three sigma', () => {
    expect(brokenRules([at(0.2), at(0.31), at(0.09), at(0.3)], 0.2)).toEqual([
      [],
      ['BEYOND_LIMITS'],
      ['BEYOND_LIMITS'],
      [],
    ]);
  });

  it('or is one of eight in a row on one side; seven are not enough', () => {
    expect(brokenRules([...run(7, 0.22), at(0.19)], 0.2).flat()).toEqual([]);
    expect(brokenRules([...run(8, 0.22), at(0.19)], 0.2).map((rules) => rules.length)).toEqual([
      ...Array<number>(8).fill(1),
      0,
    ]);
  });

  it('a point that is not shown ends a run, and is never flagged', () => {
    expect(brokenRules([...run(5, 0.22), null, ...run(5, 0.22)], 0.2).flat()).toEqual([]);
  });
});
