import { describe, expect, it } from '@jest/globals';

import { groupedQuantile } from '../../../../server/estimate/grouped-quantile.js';
import { newcombe } from '../../../../server/estimate/newcombe.js';
import { noisyProportion } from '../../../../server/estimate/proportion.js';
import type { NoisyProportion } from '../../../../server/estimate/proportion.js';
import { riskRatio } from '../../../../server/estimate/risk-ratio.js';
import { wilson } from '../../../../server/estimate/wilson.js';
import { vector } from '../../../support/vectors/vector.js';

type Pair = readonly [number, number];

const proportions = vector<{
  readonly cases: readonly {
    readonly x: number;
    readonly n: number;
    readonly wilson: Pair | null;
    readonly wilson_99: Pair | null;
  }[];
}>('st01_proportion').cases;
const differences = vector<{
  readonly cases: readonly {
    readonly x1: number;
    readonly n1: number;
    readonly x2: number;
    readonly n2: number;
    readonly rd: number;
    readonly newcombe: Pair;
  }[];
}>('st02_difference_newcombe').cases;
const adjusted = vector<{
  readonly proportion: readonly { readonly x: number; readonly n: number; readonly n_eff: number; readonly ci: Pair }[];
  readonly rd: readonly Arms[];
  readonly rr: readonly (Arms & { readonly rr: number })[];
}>('st12_perturbation_adjusted');
const histograms = vector<{
  readonly edges: readonly number[];
  readonly cases: readonly (Readonly<Record<string, QuantileAnswer>> & { readonly counts: readonly number[] })[];
}>('sdc07_duration_histogram');

type QuantileAnswer = number | null | { readonly atLeast: number };
interface Arms {
  readonly x1: number;
  readonly n1: number;
  readonly x0: number;
  readonly n0: number;
  readonly rd: number;
  readonly ci: Pair;
}

const DIGITS = 9;

describe('Wilson interval', () => {
  it.each(proportions)('of $x in $n agrees with R', ({ x, n, wilson: expected, wilson_99 }) => {
    if (n === 0) {
      expect(wilson({ proportion: Number.NaN, trials: 0 })).toBeNull();
      return;
    }
    expectPair(wilson({ proportion: x / n, trials: n }), expected);
    expectPair(wilson({ proportion: x / n, trials: n, level: 0.99 }), wilson_99);
  });
});

describe('Newcombe interval', () => {
  it.each(differences)('of $x1/$n1 - $x2/$n2 agrees with R', ({ x1, n1, x2, n2, newcombe: expected }) => {
    expectPair(newcombe(exactly(x1, n1), exactly(x2, n2)), expected);
  });
});

describe('estimates from protected counts', () => {
  it.each(adjusted.proportion)('proportion $x of $n', ({ x, n, n_eff, ci }) => {
    const estimate = noisyProportion(noisy(x, n));
    expect(estimate?.effectiveTrials).toBeCloseTo(n_eff, DIGITS);
    expectPair(estimate?.interval ?? null, ci);
  });

  it.each(adjusted.rd)('difference of $x1/$n1 and $x0/$n0', ({ x1, n1, x0, n0, ci }) => {
    const [arm, baseline] = [noisyProportion(noisy(x1, n1)), noisyProportion(noisy(x0, n0))];
    expectPair(arm && baseline && newcombe(arm, baseline), ci);
  });

  it.each(adjusted.rr)('ratio of $x1/$n1 and $x0/$n0', ({ x1, n1, x0, n0, rr, ci }) => {
    const found = riskRatio(noisy(x1, n1), noisy(x0, n0));
    expect(found?.ratio).toBeCloseTo(rr, DIGITS);
    expectPair(found?.interval ?? null, ci);
  });
});

describe('grouped quantiles', () => {
  const quantiles = histograms.cases.flatMap((bins) =>
    Object.entries({ p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9 }).map(([name, probability]) => ({
      counts: bins.counts,
      name,
      probability,
      expected: bins[name],
    })),
  );

  it.each(quantiles)('$name of $counts', ({ counts, probability, expected }) => {
    const found = groupedQuantile({ counts, edges: histograms.edges, probability });
    if (typeof expected === 'number')
      expect(found?.kind === 'VALUE' ? found.value : found).toBeCloseTo(expected, DIGITS);
    else if (expected === null) expect(found).toBeNull();
    else expect(found).toEqual({ kind: 'OPEN', atLeast: expected?.atLeast });
  });
});

function noisy(events: number, trials: number): NoisyProportion {
  return { events, trials, eventsVariance: 5, trialsVariance: 5 };
}

function exactly(events: number, trials: number): { proportion: number; interval: { lower: number; upper: number } } {
  const interval = wilson({ proportion: events / trials, trials });
  if (interval === null) throw new Error('The vector has an arm without trials.');
  return { proportion: events / trials, interval };
}

function expectPair(found: { lower: number; upper: number } | null, expected: Pair | null): void {
  expect(found?.lower).toBeCloseTo(expected?.[0] ?? Number.NaN, DIGITS);
  expect(found?.upper).toBeCloseTo(expected?.[1] ?? Number.NaN, DIGITS);
}
