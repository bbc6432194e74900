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

describe('mobile crisis and police in DeKalb County (Scott 2000, Psychiatr. Serv. 51, 1153)', () => {
  it.each([
    {
      outcome: 'handled without hospital',
      arms: [proportionOf(40, 73), proportionOf(16, 58)] as const,
      odds: [3.181818, 1.521794, 6.652652] as const,
      risks: [1.986301, 1.246262, 3.165781] as const,
    },
    {
      outcome: 'arrest',
      arms: [proportionOf(5, 73), proportionOf(8, 58)] as const,
      odds: [0.459559, 0.14185, 1.488858] as const,
      risks: [0.496575, 0.171554, 1.437371] as const,
    },
  ])('$outcome: odds ratio and risk ratio are those published tables give', ({ arms, odds, risks }) => {
    for (const [found, [ratio, lower, upper]] of [
      [oddsRatio(...arms), odds],
      [riskRatio(...arms), risks],
    ] as const) {
      expectNear(found?.ratio, ratio, 5e-6);
      expectInterval(found?.interval, [lower, upper], 5e-6);
    }
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
