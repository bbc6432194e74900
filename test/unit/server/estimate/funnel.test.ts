import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { funnelLimits, ratioFunnelLimits } from '../../../../server/estimate/studies/funnel-limits.js';
import { overDispersion } from '../../../../server/estimate/studies/over-dispersion.js';
import { expectNear } from '../../../support/near.js';
import { vector } from '../../../support/vectors/vector.js';

type Pair = readonly [number, number];

const funnel = vector<{
  readonly cases: readonly {
    readonly n: number;
    readonly p0: number;
    readonly exact_interp_95: Pair;
    readonly exact_interp_998: Pair;
  }[];
  readonly poisson_smr: readonly {
    readonly E: number;
    readonly exact_interp_95: Pair;
    readonly exact_interp_998: Pair;
  }[];
  readonly overdispersion: {
    readonly x: readonly number[];
    readonly n: readonly number[];
    readonly target: number;
    readonly phi_winsor10: number;
  };
}>('st08_funnel');

describe('limits of a funnel plot', () => {
  it.each(funnel.cases)('of $n trials agree with R', ({ n, p0, exact_interp_95, exact_interp_998 }) => {
    const inner = funnelLimits({ trials: n, target: p0, level: 0.95 });
    const outer = funnelLimits({ trials: n, target: p0, level: 0.998 });
    expectNear(inner?.lower, exact_interp_95[0]);
    expectNear(inner?.upper, exact_interp_95[1]);
    expectNear(outer?.lower, exact_interp_998[0]);
    expectNear(outer?.upper, exact_interp_998[1]);
  });

  it.each(funnel.poisson_smr)('of $E expected events agree with R', ({ E, exact_interp_95, exact_interp_998 }) => {
    const inner = ratioFunnelLimits({ expected: E, variance: 0, level: 0.95 });
    const outer = ratioFunnelLimits({ expected: E, variance: 0, level: 0.998 });
    expectNear(inner?.lower, exact_interp_95[0]);
    expectNear(inner?.upper, exact_interp_95[1]);
    expectNear(outer?.lower, exact_interp_998[0]);
    expectNear(outer?.upper, exact_interp_998[1]);
  });

  it('are drawn at E^2/(E+V) where the observed count carries noise', () => {
    const noisy = ratioFunnelLimits({ expected: 20, variance: 5, level: 0.95 });
    expect(noisy).toEqual(ratioFunnelLimits({ expected: 16, variance: 0, level: 0.95 }));
  });

  it('are none below one trial, without an expected event, and for a target that leaves nothing to chance', () => {
    expect(funnelLimits({ trials: 0.9, target: 0.2, level: 0.95 })).toBeNull();
    expect(funnelLimits({ trials: Number.NaN, target: 0.2, level: 0.95 })).toBeNull();
    expect(ratioFunnelLimits({ expected: 0, variance: 5, level: 0.95 })).toBeNull();
    for (const target of [0, 1]) expect(funnelLimits({ trials: 50, target, level: 0.95 })).toBeNull();
  });

  it('enclose the target, and the outer pair encloses the inner one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 5_000 }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (trials, target) => {
          const inner = funnelLimits({ trials, target, level: 0.95 });
          const outer = funnelLimits({ trials, target, level: 0.998 });
          if (inner === null || outer === null) throw new Error('Limits are missing.');
          expect([outer.lower, inner.lower, target, inner.upper, outer.upper]).toEqual(
            [outer.lower, inner.lower, target, inner.upper, outer.upper].toSorted((one, other) => one - other),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('over-dispersion', () => {
  const { x, n, target, phi_winsor10 } = funnel.overdispersion;
  const units = x.map((events, index) => {
    const trials = n[index] ?? 0;
    return { proportion: events / trials, standardError: Math.sqrt((target * (1 - target)) / trials) };
  });

  it('agrees with R: phi is the mean of the squared scores', () => {
    expectNear(overDispersion(units, target)?.phi, phi_winsor10);
  });

  it('is taken as present beyond 1 + 2 sqrt(2/I) only: 2.09 of eight units is beyond 2, one unit never', () => {
    expect(overDispersion(units, target)?.isPresent).toBe(true);
    expect(overDispersion(units.slice(0, 3), target)).toMatchObject({ isPresent: false, tauSquared: 0 });
    expect(overDispersion(units.slice(0, 1), target)).toBeNull();
  });

  it('has the variance between units the method of moments gives', () => {
    const weights = units.map(({ standardError }) => 1 / standardError ** 2);
    const sum = weights.reduce((left, right) => left + right, 0);
    const squares = weights.reduce((left, right) => left + right ** 2, 0);
    expectNear(overDispersion(units, target)?.tauSquared, (8 * phi_winsor10 - 7) / (sum - squares / sum));
  });

  it('is not made by one outlier among many: a tenth of the scores is pulled in at each end', () => {
    const calm = Array.from({ length: 20 }, (_, index) => ({
      proportion: 0.5 + (index % 2 ? 0.01 : -0.01),
      standardError: 0.01,
    }));
    const withOutlier = calm.with(0, { proportion: 0.9, standardError: 0.01 });
    expect(overDispersion(withOutlier, 0.5)?.phi).toBeCloseTo(1, 9);
  });
});
