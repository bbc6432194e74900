import { describe, expect, it } from '@jest/globals';

import { breslowDay } from '../../../../server/estimate/stratified/breslow-day.js';
import { cochranMantelHaenszel } from '../../../../server/estimate/stratified/cochran-mantel-haenszel.js';
import { heterogeneity } from '../../../../server/estimate/stratified/heterogeneity.js';
import { mantelHaenszelDifference } from '../../../../server/estimate/stratified/mantel-haenszel-difference.js';
import { mantelHaenszelOddsRatio } from '../../../../server/estimate/stratified/mantel-haenszel-odds-ratio.js';
import { mantelHaenszelRateRatio } from '../../../../server/estimate/stratified/mantel-haenszel-rate-ratio.js';
import { mantelHaenszelRatio } from '../../../../server/estimate/stratified/mantel-haenszel-ratio.js';
import { oddsRatio } from '../../../../server/estimate/odds-ratio.js';
import { riskRatio } from '../../../../server/estimate/risk-ratio.js';
import { ITERATED, expectInterval, expectNear } from '../../../support/near.js';
import { BERKELEY, KIDNEY_STONES, proportionOf, strataOf } from '../../../support/strata.js';
import { vector } from '../../../support/vectors/vector.js';

type Pair = readonly [number | null, number | null];

interface Case {
  readonly name: string;
  readonly strata: readonly (readonly number[])[];
  readonly formula: {
    readonly OR_MH: number | null;
    readonly var_logOR_RBG: number | null;
    readonly OR_CI: Pair;
    readonly RR_MH: number | null;
    readonly var_logRR_GR: number | null;
    readonly RR_CI: Pair;
    readonly RD_MH: number;
    readonly var_RD_Sato: number;
    readonly RD_CI_Sato: Pair;
  };
  readonly metafor_OR: { readonly QE: number | null; readonly MH_cc: number | null };
  readonly metafor_RR: { readonly QE: number | null };
  readonly mantelhaen: Readonly<Record<'chi2_nocc' | 'p_nocc' | 'chi2_cc' | 'p_cc', number | null>> | null | undefined;
  readonly breslow_day?: Readonly<Record<'breslow_day' | 'tarone' | 'p_tarone' | 'df', number | null>>;
}

interface Adjusted {
  readonly estimate: number;
  readonly var_sampling: number;
  readonly var_perturbation: number;
  readonly ci: Pair;
}

const { cases } = vector<{ readonly cases: readonly Case[] }>('st05_mantel_haenszel_binary');
const adjusted = vector<{
  readonly mh: readonly {
    readonly name: string;
    readonly a: number | readonly number[];
    readonly n1: number | readonly number[];
    readonly c: number | readonly number[];
    readonly n0: number | readonly number[];
    readonly RR: Adjusted;
    readonly OR: Adjusted;
    readonly RD_sato: Adjusted;
  }[];
}>('st12_perturbation_adjusted').mh;

describe('Mantel-Haenszel over exact strata', () => {
  it.each(cases)('$name: the ratio agrees with R', ({ strata, formula }) => {
    const found = mantelHaenszelRatio(strataOf(strata));
    expectNear(found?.estimate, formula.RR_MH);
    expectNear(found?.samplingVariance, formula.var_logRR_GR);
    expectInterval(found?.interval, formula.RR_CI);
  });

  it.each(cases)('$name: the odds ratio agrees with R', ({ strata, formula }) => {
    const found = mantelHaenszelOddsRatio(strataOf(strata));
    expectNear(found?.estimate, formula.OR_MH);
    expectNear(found?.samplingVariance, formula.var_logOR_RBG);
    expectInterval(found?.interval, formula.OR_CI);
  });

  it.each(cases)('$name: the difference agrees with R, and is none where R prints no width', ({ strata, formula }) => {
    const found = mantelHaenszelDifference(strataOf(strata));
    const hasWidth = formula.var_RD_Sato > 0;
    expectNear(found?.estimate, hasWidth ? formula.RD_MH : null);
    expectNear(found?.samplingVariance, hasWidth ? formula.var_RD_Sato : null);
    expectInterval(found?.interval, hasWidth ? formula.RD_CI_Sato : [null, null]);
  });

  it.each(cases)('$name: the Cochran-Mantel-Haenszel test agrees with R', ({ strata, mantelhaen, metafor_OR }) => {
    const found = cochranMantelHaenszel(strataOf(strata));
    // R's own test wants two strata; for one, metafor has the corrected statistic.
    if (mantelhaen === null || mantelhaen === undefined) {
      expectNear(found?.corrected, metafor_OR.MH_cc);
      return;
    }
    expectNear(found?.statistic, mantelhaen.chi2_nocc);
    expectNear(found?.pValue, mantelhaen.p_nocc, ITERATED);
    expectNear(found?.corrected, mantelhaen.chi2_cc);
    expectNear(found?.correctedPValue, mantelhaen.p_cc, ITERATED);
  });

  it.each(cases)('$name: the test of Breslow, Day and Tarone agrees with R', ({ strata, breslow_day: expected }) => {
    const found = breslowDay(strataOf(strata));
    const isTest = expected !== undefined && (expected.df ?? 0) > 0;
    expectNear(found?.breslowDay, isTest ? expected.breslow_day : null, 1e-7);
    expectNear(found?.tarone, isTest ? expected.tarone : null, 1e-7);
    expectNear(found?.pValue, isTest ? expected.p_tarone : null, ITERATED);
  });

  const withoutEmptyCells = cases.filter(
    ({ strata }) => strata.length > 1 && strata.flat().every((count) => count > 0),
  );
  it.each(withoutEmptyCells)('$name: Cochran’s Q, taken around the pooled ratio, agrees with metafor', (published) => {
    for (const [method, expected] of [
      [mantelHaenszelRatio, published.metafor_RR.QE],
      [mantelHaenszelOddsRatio, published.metafor_OR.QE],
    ] as const) {
      const strata = strataOf(published.strata);
      const found = heterogeneity(
        strata.flatMap((stratum) => {
          const own = method([stratum]);
          return own === null ? [] : [{ theta: Math.log(own.estimate), variance: own.samplingVariance }];
        }),
      );
      // Ours is around the mean by inverse variance, where the statistic is smallest; metafor's around its estimate.
      const away = Math.log(method(strata)?.estimate ?? Number.NaN) - (found?.common.theta ?? Number.NaN);
      expectNear((found?.q ?? 0) + away ** 2 / (found?.common.variance ?? Number.NaN), expected, 1e-8);
    }
  });

  it('has DerSimonian and Laird’s variance and mean: worked by hand for three strata', () => {
    const found = heterogeneity([
      { theta: 0, variance: 0.1 },
      { theta: 1, variance: 0.1 },
      { theta: 2, variance: 0.2 },
    ]);
    // Weights 10, 10, 5: mean 0.8, Q = 6.4 + 0.4 + 7.2; tau2 = (14 - 2) / (25 - 225 / 25).
    expectNear(found?.q, 14);
    expectNear(found?.iSquared, 12 / 14);
    expectNear(found?.tauSquared, 0.75);
    expectNear(found?.randomEffects.theta, (1 / 0.85 + 2 / 0.95) / (2 / 0.85 + 1 / 0.95));
  });
});

describe('Mantel-Haenszel over protected strata', () => {
  it.each(adjusted)('$name: each estimate has the variance of sampling and of noise', (strata) => {
    const counts = [strata.a, strata.n1, strata.c, strata.n0].map((list) => [list].flat());
    const [a = [], n1 = [], c = [], n0 = []] = counts;
    const noisy = a.map((events, index) => ({
      arm: proportionOf(events, n1[index] ?? 0, 5),
      baseline: proportionOf(c[index] ?? 0, n0[index] ?? 0, 5),
    }));

    for (const [found, expected] of [
      [mantelHaenszelRatio(noisy), strata.RR],
      [mantelHaenszelOddsRatio(noisy), strata.OR],
      [mantelHaenszelDifference(noisy), strata.RD_sato],
    ] as const) {
      expectNear(found?.estimate, expected.estimate);
      expectNear(found?.samplingVariance, expected.var_sampling);
      expectNear(found?.perturbationVariance, expected.var_perturbation);
      expectInterval(found?.interval, expected.ci);
    }
  });

  it('refuses the test of Breslow and Day, whose size is wrong for noisy counts', () => {
    expect(breslowDay(strataOf(BERKELEY, 5))).toBeNull();
  });

  it('has no estimate without strata, and no heterogeneity of one stratum', () => {
    expect(mantelHaenszelRatio([])).toBeNull();
    expect(mantelHaenszelDifference([])).toBeNull();
    expect(heterogeneity([{ theta: 1, variance: 1 }])).toBeNull();
  });
});

describe('published tables', () => {
  it('Berkeley admissions: men are admitted more often, and within departments they are not (Bickel et al. 1975)', () => {
    const strata = strataOf(BERKELEY);
    const crude = riskRatio(
      proportionOf(sumOf(BERKELEY, 0), sumOf(BERKELEY, 0) + sumOf(BERKELEY, 1)),
      proportionOf(sumOf(BERKELEY, 2), sumOf(BERKELEY, 2) + sumOf(BERKELEY, 3)),
    );
    expect(crude?.ratio).toBeGreaterThan(1);
    expect(mantelHaenszelOddsRatio(strata)?.estimate).toBeCloseTo(0.9046968, 7);
    expectInterval(mantelHaenszelOddsRatio(strata)?.interval, [0.7719074, 1.0603298], 1e-7);
    expectInterval(mantelHaenszelRatio(strata)?.interval, [0.866452, 1.030461], 1e-6);
    expectInterval(mantelHaenszelDifference(strata)?.interval, [-0.047482, 0.010632], 1e-4);
    expect(cochranMantelHaenszel(strata)?.statistic).toBeCloseTo(1.524607, 6);
    expect(breslowDay(strata)?.tarone).toBeCloseTo(18.825501, 5);
  });

  it('kidney stones: the treatment that looks worse is better for small and for large stones (Charig et al. 1986)', () => {
    const strata = strataOf(KIDNEY_STONES);
    const odds = mantelHaenszelOddsRatio(strata);
    const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((column) => sumOf(KIDNEY_STONES, column));
    expect(oddsRatio(proportionOf(a, a + b), proportionOf(c, c + d))?.ratio).toBeCloseTo(0.748349, 6);
    expect(odds?.estimate).toBeCloseTo(1.4468466, 7);
    expectInterval(odds?.interval, [0.9157934, 2.2858487], 1e-7);
    expect(mantelHaenszelRatio(strata)?.estimate).toBeCloseTo(1.0690002, 7);
    expectInterval(mantelHaenszelRatio(strata)?.interval, [0.984976, 1.160193], 1e-6);
    expect(mantelHaenszelDifference(strata)?.estimate).toBeCloseTo(0.0538356, 7);
    expectInterval(mantelHaenszelDifference(strata)?.interval, [-0.011929, 0.119601], 1e-4);
    expect(cochranMantelHaenszel(strata)).toMatchObject({
      statistic: expect.closeTo(2.433856, 6),
      corrected: expect.closeTo(2.091257, 6),
    });
    expect(breslowDay(strata)?.breslowDay).toBeCloseTo(0.968446, 6);
  });
});

describe('the Mantel-Haenszel rate ratio', () => {
  const stratum = (x1: number, t1: number, x0: number, t0: number, variance = 0) => ({
    arm: { count: x1, variance, population: t1 },
    baseline: { count: x0, variance, population: t0 },
  });

  it('of one stratum is its rate ratio, with the interval of its logarithm', () => {
    const found = mantelHaenszelRateRatio([stratum(41, 28_010, 15, 19_017)]);
    expectNear(found?.estimate, 1.85575865762228);
    expectInterval(found?.interval, [1.02722599764764, 3.35256331442787]);
  });

  it('of strata with the same ratio is that ratio, and noise makes it less certain', () => {
    const exact = mantelHaenszelRateRatio([stratum(20, 1_000, 10, 1_000), stratum(60, 9_000, 10, 3_000)]);
    const noisy = mantelHaenszelRateRatio([stratum(20, 1_000, 10, 1_000, 5), stratum(60, 9_000, 10, 3_000, 5)]);
    expectNear(exact?.estimate, 2);
    expect(noisy?.pValue).toBeGreaterThan(exact?.pValue ?? 1);
  });

  it('is none without events in both arms', () => {
    expect(mantelHaenszelRateRatio([stratum(0, 500, 6, 700)])).toBeNull();
    expect(mantelHaenszelRateRatio([stratum(3, 0, 6, 700)])).toBeNull();
  });
});

function sumOf(tables: readonly (readonly number[])[], column: number): number {
  return tables.reduce((sum, table) => sum + (table[column] ?? 0), 0);
}
