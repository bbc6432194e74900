import { describe, expect, it } from '@jest/globals';

import { estimateFunnel } from '../../../../server/estimate/studies/funnel.js';
import { estimateImpact } from '../../../../server/estimate/studies/impact.js';
import type { StudiedQuarter } from '../../../../server/estimate/studies/impact.js';
import { estimateSeries } from '../../../../server/estimate/studies/series.js';
import type { DisplayedCounts, RateEstimate, StudyPhase } from '../../../../server/table/index.js';

const hidden: RateEstimate = {
  value: null,
  lower: null,
  upper: null,
  numerator: null,
  denominator: 90,
  unknown: null,
  notCollected: null,
  notEngaged: null,
  status: 'SUPPRESSED',
};

function countsOf(events: number, trials: number): DisplayedCounts {
  return { events, trials, eventsVariance: 5, trialsVariance: 5 };
}

function rateOf(counts: DisplayedCounts | null): { rate: RateEstimate; counts: DisplayedCounts | null } {
  return {
    rate: counts === null ? hidden : { ...hidden, value: counts.events / counts.trials, status: 'SHOWN' },
    counts,
  };
}

describe('a series with hidden points', () => {
  const periods = [40, 41, null, 39, 40, 42, null, 40].map((events, index) => ({
    period: `20${String(10 + index)}`,
    at: 2010 + index,
    isBaseline: true,
    ...rateOf(events === null ? null : countsOf(events, 200)),
  }));

  it('keeps them in their place, and computes with the shown ones alone', () => {
    const { points, centre, changePerYear } = estimateSeries(periods);
    expect(points.map(({ rate }) => rate.status === 'SHOWN')).toEqual(periods.map(({ counts }) => counts !== null));
    expect(centre).toBe(0.202);
    expect(changePerYear.lower).toBeLessThan(1);
    expect(changePerYear.upper).toBeGreaterThan(1);
  });

  it('has neither chart nor trend when nothing is shown, and says why', () => {
    const { points, centre, chartReason, changePerYear } = estimateSeries(
      periods.map((period) => ({ ...period, ...rateOf(null) })),
    );
    expect([centre, changePerYear.value, changePerYear.status]).toEqual([null, null, 'SUPPRESSED']);
    expect(chartReason).toContain('0 points of the baseline are shown');
    expect(points).toHaveLength(8);
  });
});

describe('a funnel', () => {
  const unit = (events: number, isPartOfTarget = true) => ({ ...rateOf(countsOf(events, 400)), isPartOfTarget });

  it('is not drawn of two, and says why', () => {
    const { target, reason, points } = estimateFunnel([unit(80), unit(90)], { widening: 'ADDITIVE' });
    expect([target, points[0]?.lower95, points[0]?.standing]).toEqual([null, null, null]);
    expect(reason).toContain('2 agencies or areas are shown');
  });

  it('counts an agency whose area is a point too once', () => {
    const { target, points } = estimateFunnel([unit(80), unit(80), unit(80), unit(160, false)], {
      widening: 'ADDITIVE',
    });
    expect(target).toBe(0.2);
    expect(points[3]?.standing).toBe('ABOVE_998');
  });
});

describe('an impact', () => {
  const phaseAt = (relative: number): StudyPhase => (relative < 0 ? 'BEFORE' : relative > 0 ? 'AFTER' : 'WASH_IN');
  const quarters: readonly StudiedQuarter[] = Array.from({ length: 9 }, (_, index) => index - 4).map((relative) => ({
    quarter: `q${relative}`,
    relative,
    phase: phaseAt(relative),
    isCompared: relative !== 0,
    treated: countsOf(relative > 0 ? 60 : 80, 400),
    comparison: countsOf(90, 450),
  }));

  it('is the planted one, and what came before shows no sign against it', () => {
    const { difference, oddsRatio, parallel } = estimateImpact(quarters);
    expect(difference.value).toBe(-0.05);
    expect(oddsRatio.value).toBeCloseTo(0.15 / 0.85 / (0.2 / 0.8), 2);
    expect(parallel).toMatchObject({ verdict: 'NO_SIGN_AGAINST', pValue: 1 });
  });

  it('is none when one compared quarter is hidden on either side: a sum of the others is of other seasons', () => {
    const [first] = quarters;
    if (first === undefined) throw new Error('There are no quarters.');
    const oneHidden = estimateImpact(quarters.with(0, { ...first, treated: null }));
    expect(oneHidden.difference).toMatchObject({ value: null, status: 'SUPPRESSED' });
    expect(oneHidden.difference.reason).toContain('A compared quarter of the agency is not shown');
    expect(oneHidden.treatedBefore).toMatchObject({ value: null, numerator: null });
    expect(oneHidden.parallel.verdict).toBe('NOT_CHECKED');
  });
});
