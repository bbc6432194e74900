import { describe, expect, it } from '@jest/globals';

import { newcombe } from '../../../../server/estimate/newcombe.js';
import { oddsRatio } from '../../../../server/estimate/odds-ratio.js';
import { noisyProportion } from '../../../../server/estimate/proportion.js';
import { riskRatio } from '../../../../server/estimate/risk-ratio.js';
import { mantelHaenszelOddsRatio } from '../../../../server/estimate/stratified/mantel-haenszel-odds-ratio.js';
import { expectInterval, expectNear } from '../../../support/near.js';
import { proportionOf, strataOf } from '../../../support/strata.js';
import { vector } from '../../../support/vectors/vector.js';

interface TwoByTwo {
  readonly name: string;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly formula: {
    readonly rr: number | null;
    readonly se_log_rr: number | null;
    readonly or: number | null;
    readonly se_log_or: number | null;
    readonly rd: number;
    readonly newcombe_rd: readonly [number, number];
  };
  readonly epiR: Readonly<Record<'RR.wald' | 'OR.wald', readonly [number | null, number | null, number | null]>>;
}

const { cases } = vector<{ readonly cases: readonly TwoByTwo[] }>('st03_twobytwo');

describe('two arms of exact counts', () => {
  it.each(cases)('$name: the risk ratio agrees with epiR, and is none without events in both arms', (table) => {
    const found = riskRatio(...armsOf(table));
    const [ratio, lower, upper] = table.epiR['RR.wald'];
    expectNear(found?.ratio, ratio);
    expectInterval(found?.interval, [lower, upper]);
  });

  it.each(cases)('$name: the odds ratio agrees with epiR, and is none with an empty cell', (table) => {
    const found = oddsRatio(...armsOf(table));
    const [ratio, lower, upper] = table.epiR['OR.wald'];
    expectNear(found?.ratio, ratio);
    expectInterval(found?.interval, [lower, upper]);
  });

  it.each(cases)('$name: the difference has the Newcombe interval of R', (table) => {
    const [arm, baseline] = armsOf(table).map(noisyProportion);
    if (arm === null || arm === undefined || baseline === null || baseline === undefined) throw new Error('No trials.');
    expectNear(arm.proportion - baseline.proportion, table.formula.rd);
    expectInterval(newcombe(arm, baseline), table.formula.newcombe_rd);
  });
});

describe('the odds ratio of noisy counts', () => {
  it('is as wide as one stratum of the Mantel-Haenszel odds ratio, whose noise term is found by moving counts', () => {
    const [stratum] = strataOf([[34, 112, 41, 98]], 5);
    const alone = stratum && oddsRatio(stratum.arm, stratum.baseline);
    const pooled = stratum && mantelHaenszelOddsRatio([stratum]);

    expectNear(alone?.ratio, pooled?.estimate ?? null);
    expectInterval(alone?.interval, [pooled?.interval.lower ?? null, pooled?.interval.upper ?? null], 1e-4);
  });

  it('is wider than that of exact ones', () => {
    const [exact, noisy] = [0, 5].map((variance) =>
      oddsRatio(proportionOf(30, 100, variance), proportionOf(52, 120, variance)),
    );
    expect(noisy?.interval.lower).toBeLessThan(exact?.interval.lower ?? 0);
    expect(noisy?.interval.upper).toBeGreaterThan(exact?.interval.upper ?? Infinity);
  });
});

function armsOf({ a, b, c, d }: TwoByTwo): [ReturnType<typeof proportionOf>, ReturnType<typeof proportionOf>] {
  return [proportionOf(a, a + b), proportionOf(c, c + d)];
}
