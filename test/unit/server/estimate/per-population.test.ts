import { describe, expect, it } from '@jest/globals';

import { directlyStandardised } from '../../../../server/estimate/per-population/direct-standardisation.js';
import { gammaQuantile } from '../../../../server/estimate/per-population/gamma-quantile.js';
import { garwood } from '../../../../server/estimate/per-population/garwood.js';
import { rateDifference } from '../../../../server/estimate/per-population/rate-difference.js';
import { ratePerPopulation } from '../../../../server/estimate/per-population/rate-per-population.js';
import { rateRatio } from '../../../../server/estimate/per-population/rate-ratio.js';
import { standardisedProportion } from '../../../../server/estimate/stratified/standardised-proportion.js';
import { ITERATED, expectInterval, expectNear } from '../../../support/near.js';
import { proportionOf } from '../../../support/strata.js';
import { vector } from '../../../support/vectors/vector.js';

type Pair = readonly [number, number];

const rates = vector<{
  readonly cases: readonly { readonly x: number; readonly pt: number; readonly rate: number; readonly garwood: Pair }[];
  readonly two_sample: readonly {
    readonly x1: number;
    readonly t1: number;
    readonly x2: number;
    readonly t2: number;
    readonly irr: number | null;
    readonly irr_wald_ci: Pair | null;
    readonly ird: number;
    readonly ird_wald_ci: Pair;
  }[];
}>('st04_rates');
const standardised = vector<{
  readonly cases: readonly {
    readonly name: string;
    readonly x: number | readonly number[];
    readonly n: number | readonly number[];
    readonly std: number | readonly number[];
    readonly dsr: number;
    readonly var: number;
    readonly fay_feuer: Pair;
  }[];
}>('st07_standardisation');
const adjusted = vector<{
  readonly count: readonly { readonly x: number; readonly ci: Pair }[];
  readonly rate: readonly { readonly x: number; readonly pop: number; readonly rate: number; readonly ci: Pair }[];
  readonly dsr: readonly {
    readonly x: readonly number[];
    readonly n: readonly number[];
    readonly w: readonly number[];
    readonly dsr: number;
    readonly ci: Pair;
  }[];
}>('st12_perturbation_adjusted');

describe('a rate per population', () => {
  it.each(rates.cases)('$x in $pt has Garwood’s interval', ({ x, pt, rate, garwood: expected }) => {
    const found = ratePerPopulation({ count: x, variance: 0, population: pt });
    expectNear(found?.rate, rate);
    expectInterval(found?.interval, expected, ITERATED);
  });

  it.each(adjusted.rate)('$x protected in $pop has the scaled interval', ({ x, pop, rate, ci }) => {
    const found = ratePerPopulation({ count: x, variance: 5, population: pop });
    expectNear(found?.rate, rate);
    expectInterval(found?.interval, ci, ITERATED);
  });

  it.each(adjusted.count)('the count $x protected has the scaled interval', ({ x, ci }) => {
    expectInterval(garwood({ value: x, variance: 5 }), ci, ITERATED);
  });

  it('is none without a population, or for a noisy count of nothing', () => {
    expect(ratePerPopulation({ count: 12, variance: 5, population: 0 })).toBeNull();
    expect(garwood({ value: 0, variance: 5 })).toBeNull();
  });
});

describe('the gamma quantile', () => {
  /** SciPy 1.17 `gamma.ppf`; the library alone is 0.16 off from a shape of 1000 on. */
  it.each([
    { shape: 200, lower: 173.24088268145732, upper: 228.6527409830325 },
    { shape: 500, lower: 457.1285768996295, upper: 544.7654563874568 },
    { shape: 1_000, lower: 938.9730184076952, upper: 1062.9211512248878 },
    { shape: 69_219.62, lower: 68704.90869353808, upper: 69736.22561037473 },
  ])('of shape $shape agrees with SciPy', ({ shape, lower, upper }) => {
    expectNear(gammaQuantile({ probability: 0.025, shape, rate: 2 }), lower / 2);
    expectNear(gammaQuantile({ probability: 0.975, shape, rate: 2 }), upper / 2);
  });
});

describe('two rates per population', () => {
  it.each(rates.two_sample)('$x1/$t1 against $x2/$t2 agree with R', (two) => {
    const arm = { count: two.x1, variance: 0, population: two.t1 };
    const baseline = { count: two.x2, variance: 0, population: two.t2 };
    const [ratio, difference] = [rateRatio(arm, baseline), rateDifference(arm, baseline)];

    expectNear(ratio?.ratio, two.irr_wald_ci === null ? null : two.irr);
    expectInterval(ratio?.interval, two.irr_wald_ci ?? [null, null]);
    expectNear(difference?.difference, two.ird);
    expectInterval(difference?.interval, two.ird_wald_ci);
  });

  it('have no ratio where one has no events, and no difference where neither has', () => {
    const nothing = { count: 0, variance: 0, population: 100 };
    expect(rateRatio(nothing, { count: 5, variance: 0, population: 100 })).toBeNull();
    expect(rateDifference(nothing, nothing)).toBeNull();
  });
});

describe('direct standardisation', () => {
  it.each(standardised.cases)('$name agrees with R', ({ x, n, std, dsr, var: variance, fay_feuer }) => {
    const [counts, populations, weights] = [[x].flat(), [n].flat(), [std].flat()];
    const found = directlyStandardised(strataFrom({ counts, populations, weights, variance: 0 }));
    expectNear(found?.rate, dsr);
    expectNear(found?.variance, variance);
    expectInterval(found?.interval, fay_feuer, ITERATED);
  });

  it.each(adjusted.dsr)('of protected counts takes their noise in', ({ x, n, w, dsr, ci }) => {
    const found = directlyStandardised(strataFrom({ counts: x, populations: n, weights: w, variance: 5 }));
    expectNear(found?.rate, dsr);
    expectInterval(found?.interval, ci, ITERATED);
  });

  it('is none without a standard', () => {
    expect(directlyStandardised([])).toBeNull();
  });
});

describe('a standardised proportion', () => {
  const counts = [proportionOf(20, 100, 5), proportionOf(60, 200, 5)] as const;

  it('is the crude one when the standard is the arm itself', () => {
    const own = standardisedProportion(counts.map((stratum) => ({ counts: stratum, weight: 'SAME' })));
    expectNear(own?.proportion, 80 / 300);
  });

  it('leans to the strata the standard has most of, and its interval holds the noise of the standard', () => {
    const weighted = (variance: number) =>
      standardisedProportion([
        { counts: counts[0], weight: { value: 900, variance } },
        { counts: counts[1], weight: { value: 100, variance } },
      ]);
    expectNear(weighted(0)?.proportion, 0.9 * 0.2 + 0.1 * 0.3);
    expect(weighted(500)?.effectiveTrials).toBeLessThan(weighted(0)?.effectiveTrials ?? 0);
  });

  it('has the variance of a stratified sample when counts are exact', () => {
    const exact = standardisedProportion([
      { counts: proportionOf(20, 100), weight: { value: 1, variance: 0 } },
      { counts: proportionOf(60, 200), weight: { value: 1, variance: 0 } },
    ]);
    const variance = 0.25 * ((0.2 * 0.8) / 100) + 0.25 * ((0.3 * 0.7) / 200);
    expectNear(exact?.effectiveTrials, (0.25 * 0.75) / variance);
  });

  it('is none with a stratum nobody was in', () => {
    expect(standardisedProportion([{ counts: proportionOf(0, 0), weight: { value: 1, variance: 0 } }])).toBeNull();
  });
});

function strataFrom({
  counts,
  populations,
  weights,
  variance,
}: {
  counts: readonly number[];
  populations: readonly number[];
  weights: readonly number[];
  variance: number;
}) {
  return counts.map((count, index) => ({
    count,
    variance,
    population: populations[index] ?? 0,
    weight: weights[index] ?? 0,
  }));
}
