import { describe, expect, it } from '@jest/globals';

import { benjaminiHochberg, holm } from '../../../../server/estimate/multiplicity.js';
import { detectableDifference, encountersNeeded, powerOf } from '../../../../server/estimate/power.js';
import { expectNear } from '../../../support/near.js';

/** R: p.adjust(p, 'holm') and p.adjust(p, 'BH'). */
const P = [0.01, 0.02, 0.03, 0.04, 0.05];

describe('several tests at once', () => {
  it('Holm’s adjustment agrees with R, in the order asked', () => {
    holm(P).forEach((value, index) => {
      expectNear(value, [0.05, 0.08, 0.09, 0.09, 0.09][index] ?? null);
    });
    holm([0.04, 0.01, 0.03]).forEach((value, index) => {
      expectNear(value, [0.06, 0.03, 0.06][index] ?? null);
    });
  });

  it('Benjamini and Hochberg’s adjustment agrees with R, in the order asked', () => {
    benjaminiHochberg(P).forEach((value) => {
      expectNear(value, 0.05);
    });
    benjaminiHochberg([0.04, 0.01, 0.03]).forEach((value, index) => {
      expectNear(value, [0.04, 0.03, 0.04][index] ?? null);
    });
  });

  it('leaves one test as it is, and never gives more than one', () => {
    expect(holm([0.2])).toEqual([0.2]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(benjaminiHochberg([0.9, 0.8])).toEqual([0.9, 0.9]);
    expect(holm([])).toEqual([]);
  });
});

describe('what a comparison could have seen', () => {
  it('agrees with R’s power.prop.test: 50 in each arm see 0.50 against 0.75 three times in four', () => {
    const sizes = { armTrials: 50, baselineTrials: 50, baselineRate: 0.5 };
    expect(powerOf({ ...sizes, armRate: 0.75 })).toBeCloseTo(0.74, 3);
  });

  it('agrees with R’s power.prop.test: 77 in each arm are needed for nine times in ten', () => {
    expect(encountersNeeded({ armRate: 0.5, baselineRate: 0.75, power: 0.9 })).toBe(77);
    expect(encountersNeeded({ armRate: 0.5, baselineRate: 0.75 })).toBe(58);
  });

  it('finds the smallest difference either way, and has 80 % power for just that one', () => {
    const sizes = { armTrials: 400, baselineTrials: 1200, baselineRate: 0.2 };
    const found = detectableDifference(sizes);
    for (const difference of [found?.decrease, found?.increase])
      expect(powerOf({ ...sizes, armRate: 0.2 + (difference ?? 0) })).toBeCloseTo(0.8, 9);
    expect(found?.decrease).toBeLessThan(0);
    expect(found?.increase).toBeGreaterThan(0);
  });

  it('says so when no decrease could have been seen', () => {
    expect(detectableDifference({ armTrials: 20, baselineTrials: 20, baselineRate: 0.05 })?.decrease).toBeNull();
  });

  it('is none without trials, or where the baseline has no rate between 0 and 1', () => {
    expect(detectableDifference({ armTrials: 0, baselineTrials: 10, baselineRate: 0.5 })).toBeNull();
    expect(detectableDifference({ armTrials: 10, baselineTrials: 10, baselineRate: 0 })).toBeNull();
    expect(encountersNeeded({ armRate: 0.5, baselineRate: 0.5 })).toBeNull();
  });
});
