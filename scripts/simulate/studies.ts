import { countsShown, estimateImpact, estimateSeries } from '../../server/estimate/index.js';
import type { StudiedQuarter } from '../../server/estimate/index.js';
import type { DisplayedCounts, Lens, RateEstimate, StudyPhase } from '../../server/table/index.js';

import { displayed } from './displayed.js';
import type { Draws } from './draws.js';
import type { Simulated } from './method.js';
import { shownOf } from './rates.js';

interface Looking {
  readonly draws: Draws;
  readonly lens: Lens;
}

/** An agency and its comparison over 13 quarters; the rate of the agency is changed by a ratio from the first day on. */
interface StudyWorld {
  readonly trials: number;
  readonly rate: number;
  readonly ratio: number;
}

const STUDIES: readonly StudyWorld[] = [
  { trials: 200, rate: 0.2, ratio: 1 },
  { trials: 200, rate: 0.2, ratio: 0.7 },
  { trials: 600, rate: 0.08, ratio: 1 },
  { trials: 600, rate: 0.08, ratio: 0.7 },
];
/** How many times as large the comparison is as the agency. */
const COMPARISON_SIZE = 3;
const QUARTERS = Array.from({ length: 13 }, (_, index) => index - 6);

/** Effects of a program, and trends of a series. */
export const studies: readonly Simulated[] = [...STUDIES.flatMap(effectsIn), ...[1, 0.9].flatMap(trendIn)];

function effectsIn(world: StudyWorld): readonly Simulated[] {
  const { trials, rate, ratio } = world;
  const name = `${trials} a quarter, rate ${rate}, ratio ${ratio}`;
  const odds = (share: number): number => share / (1 - share);
  const isNothing = ratio === 1;
  return [
    {
      method: 'difference in differences',
      world: name,
      truth: rate * (ratio - 1),
      nothing: isNothing ? 0 : null,
      look: (draws, lens) => shownOf(impactIn(world, { draws, lens }).difference),
    },
    {
      method: 'ratio of odds ratios',
      world: name,
      truth: odds(rate * ratio) / odds(rate),
      nothing: isNothing ? 1 : null,
      look: (draws, lens) => shownOf(impactIn(world, { draws, lens }).oddsRatio),
    },
    {
      method: 'slope before (parallel trends)',
      world: name,
      truth: 0,
      nothing: 0,
      look: (draws, lens) => shownOf(impactIn(world, { draws, lens }).parallel.slopePerYear),
    },
  ];
}

function impactIn({ trials, rate, ratio }: StudyWorld, looking: Looking) {
  const quarters = QUARTERS.map((relative): StudiedQuarter => {
    const phase: StudyPhase = relative < 0 ? 'BEFORE' : relative > 0 ? 'AFTER' : 'WASH_IN';
    return {
      quarter: String(relative),
      relative,
      phase,
      isCompared: phase !== 'WASH_IN' && Math.abs(relative) <= 4,
      treated: seen(trials, phase === 'BEFORE' ? rate : rate * ratio, looking),
      comparison: seen(trials * COMPARISON_SIZE, rate, looking),
    };
  });
  return estimateImpact(quarters);
}

function trendIn(perYear: number): readonly Simulated[] {
  return [
    { trials: 200, rate: 0.2 },
    { trials: 600, rate: 0.08 },
  ].map(({ trials, rate }) => ({
    method: 'change per year (log-linear)',
    world: `12 quarters of ${trials}, rate ${rate}, ${perYear} a year`,
    truth: perYear,
    nothing: perYear === 1 ? 1 : null,
    look: (draws, lens) => {
      const periods = Array.from({ length: 12 }, (_, index) => {
        const at = index / 4;
        const counts = seen(trials, rate * perYear ** at, { draws, lens });
        return { period: String(index), at, isBaseline: true, counts, rate: UNUSED };
      });
      return shownOf(estimateSeries(periods).changePerYear);
    },
  }));
}

/** One quarter as it is displayed; null where the two-sided rule withholds it. */
function seen(trials: number, rate: number, { draws, lens }: Looking): DisplayedCounts | null {
  const see = displayed({ events: draws.binomial(trials, rate), trials }, { draws, lens });
  return countsShown({ numerator: see('events'), denominator: see('trials'), threshold: lens.threshold });
}

/** A series prints its rates beside what it computes, and computes from the counts alone. */
const UNUSED: RateEstimate = {
  value: null,
  lower: null,
  upper: null,
  numerator: null,
  denominator: null,
  unknown: null,
  notCollected: null,
  notEngaged: null,
  status: 'SHOWN',
};
