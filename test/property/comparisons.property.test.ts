import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { newcombe } from '../../server/estimate/newcombe.js';
import { oddsRatio } from '../../server/estimate/odds-ratio.js';
import { noisyProportion } from '../../server/estimate/proportion.js';
import { riskRatio } from '../../server/estimate/risk-ratio.js';
import { heterogeneity } from '../../server/estimate/stratified/heterogeneity.js';
import { mantelHaenszelDifference } from '../../server/estimate/stratified/mantel-haenszel-difference.js';
import { mantelHaenszelOddsRatio } from '../../server/estimate/stratified/mantel-haenszel-odds-ratio.js';
import { mantelHaenszelRatio } from '../../server/estimate/stratified/mantel-haenszel-ratio.js';
import type { Stratum } from '../../server/estimate/stratified/strata.js';
import { expectInterval, expectNear } from '../support/near.js';
import { strataOf } from '../support/strata.js';

const cell = fc.integer({ min: 11, max: 3_000 });
const table = fc.tuple(cell, cell, cell, cell);
const tables = fc.array(table, { minLength: 1, maxLength: 12 });
const variance = fc.constantFrom(0, 5, 7, 20);
const CLOSE = 1e-6;

describe('a comparison', () => {
  it('with its arms swapped has the opposite difference, and the inverse ratios', () => {
    fc.assert(
      fc.property(tables, variance, (counts, noise) => {
        const strata = strataOf(counts, noise);
        const swapped = strata.map(({ arm, baseline }) => ({ arm: baseline, baseline: arm }));
        const [difference, opposite] = [mantelHaenszelDifference(strata), mantelHaenszelDifference(swapped)];
        expectNear(opposite?.estimate, -(difference?.estimate ?? Number.NaN), CLOSE);
        expectInterval(
          opposite?.interval,
          mirrored(difference?.interval, (end) => -end),
          CLOSE,
        );

        for (const method of [mantelHaenszelRatio, mantelHaenszelOddsRatio]) {
          const [ratio, inverse] = [method(strata), method(swapped)];
          expectNear(inverse?.estimate, 1 / (ratio?.estimate ?? Number.NaN), CLOSE);
          expectInterval(
            inverse?.interval,
            mirrored(ratio?.interval, (end) => 1 / end),
            CLOSE,
          );
        }
      }),
    );
  });

  it('of two arms alone with its arms swapped has the opposite difference, and the inverse ratios', () => {
    fc.assert(
      fc.property(table, variance, (counts, noise) => {
        const { arm, baseline } = only(strataOf([counts], noise));
        const [one, other] = [noisyProportion(arm), noisyProportion(baseline)];
        if (one === null || other === null) throw new Error('No trials.');
        expectInterval(
          newcombe(other, one),
          mirrored(newcombe(one, other), (end) => -end),
          CLOSE,
        );
        for (const method of [riskRatio, oddsRatio]) {
          expectNear(method(baseline, arm)?.ratio, 1 / (method(arm, baseline)?.ratio ?? Number.NaN), CLOSE);
        }
      }),
    );
  });

  it('does not depend on the order of the strata', () => {
    fc.assert(
      fc.property(tables, variance, (counts, noise) => {
        const [strata, reversed] = [strataOf(counts, noise), strataOf(counts.toReversed(), noise)];
        for (const method of [mantelHaenszelDifference, mantelHaenszelRatio, mantelHaenszelOddsRatio]) {
          expectNear(method(reversed)?.estimate, method(strata)?.estimate ?? null, CLOSE);
          expectInterval(method(reversed)?.interval, mirrored(method(strata)?.interval), CLOSE);
        }
      }),
    );
  });

  it('of identical strata is that of one, and of the strata merged', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 6 }), (counts, times) => {
        const repeated = strataOf(Array.from({ length: times }, () => counts));
        const merged = strataOf([counts.map((count) => count * times)]);
        for (const method of [mantelHaenszelDifference, mantelHaenszelRatio, mantelHaenszelOddsRatio]) {
          expectNear(method(repeated)?.estimate, method(strataOf([counts]))?.estimate ?? null, CLOSE);
          expectNear(method(repeated)?.samplingVariance, method(merged)?.samplingVariance ?? null, CLOSE);
        }
      }),
    );
  });

  it('of counts ten times as large has the same estimate and a tenth of the variance', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const [strata, scaled] = [counts, counts.map((stratum) => stratum.map((count) => 10 * count))].map((list) =>
          strataOf(list),
        );
        for (const method of [mantelHaenszelDifference, mantelHaenszelRatio, mantelHaenszelOddsRatio]) {
          const [one, ten] = [method(strata ?? []), method(scaled ?? [])];
          expectNear(ten?.estimate, one?.estimate ?? null, CLOSE);
          expectNear(ten?.samplingVariance, (one?.samplingVariance ?? Number.NaN) / 10, CLOSE);
        }
      }),
    );
  });

  it('of noisy counts is never surer than that of exact ones', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        for (const method of [mantelHaenszelDifference, mantelHaenszelRatio, mantelHaenszelOddsRatio]) {
          const [exact, noisy] = [method(strataOf(counts)), method(strataOf(counts, 5))];
          expect(noisy?.interval.lower).toBeLessThanOrEqual(exact?.interval.lower ?? Number.NaN);
          expect(noisy?.interval.upper).toBeGreaterThanOrEqual(exact?.interval.upper ?? Number.NaN);
        }
      }),
    );
  });

  it('of strata that agree is not heterogeneous, and I-squared is a share', () => {
    fc.assert(
      fc.property(tables, table, (counts, same) => {
        const alike = heterogeneity(thetasOf(strataOf([same, same.map((count) => 3 * count)])));
        expect(alike?.q).toBeLessThan(1e-9);
        const found = heterogeneity(thetasOf(strataOf(counts)));
        if (counts.length < 2) expect(found).toBeNull();
        else expect(found?.iSquared).toBeGreaterThanOrEqual(0);
        expect(found?.iSquared ?? 0).toBeLessThanOrEqual(1);
        expect(found?.pValue ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

function thetasOf(strata: readonly Stratum[]): readonly { theta: number; variance: number }[] {
  return strata.flatMap((stratum) => {
    const own = mantelHaenszelRatio([stratum]);
    return own === null ? [] : [{ theta: Math.log(own.estimate), variance: own.samplingVariance }];
  });
}

function only(strata: readonly Stratum[]): Stratum {
  const [stratum] = strata;
  if (stratum === undefined) throw new Error('No stratum.');
  return stratum;
}

/** Both ends of an interval, moved and so put in order again. */
function mirrored(
  interval: { readonly lower: number; readonly upper: number } | undefined,
  move: (end: number) => number = (end) => end,
): readonly [number, number] {
  const ends = [interval?.lower ?? Number.NaN, interval?.upper ?? Number.NaN].map(move);
  return [Math.min(...ends), Math.max(...ends)];
}
