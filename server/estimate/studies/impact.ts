import type {
  DisplayedCounts,
  ImpactEstimate,
  ParallelCheck,
  ReasonedEstimate,
  StudyPhase,
  StudyQuarter,
} from '../../table/index.js';

import { addedUp, summedRate } from './counted-rate.js';
import { differenceInDifferences } from './difference-in-differences.js';
import type { FourRates } from './difference-in-differences.js';
import { eventStudy } from './event-study.js';
import { PARALLEL_PERIODS_MIN, parallelTrend } from './parallel-trend.js';
import { reasoned, without } from './reasoned.js';
import { printed } from '../rounding.js';

/** A quarter of a study with the displayed counts of both sides; null where they are not shown. */
export interface StudiedQuarter extends StudyQuarter {
  readonly treated: DisplayedCounts | null;
  readonly comparison: DisplayedCounts | null;
}

/** How unlikely a slope before the program must be to doubt that both sides moved alike. */
const DOUBT_BELOW = 0.05;
const QUARTERS_PER_YEAR = 4;

/**
 * What became of a rate when a program began: difference in differences over whole years, an event study by quarter,
 * and a look at whether both sides moved alike before. All from displayed counts.
 *
 * Whole years on both sides hold every season as often before as after; the wash-in quarter is on neither side.
 */
export function estimateImpact(quarters: readonly StudiedQuarter[]): ImpactEstimate {
  const sumOf = (side: 'treated' | 'comparison', phase: StudyPhase): DisplayedCounts | null =>
    addedUp(
      quarters.filter((quarter) => quarter.isCompared && quarter.phase === phase).map((quarter) => quarter[side]),
    );
  const four = {
    treatedBefore: sumOf('treated', 'BEFORE'),
    treatedAfter: sumOf('treated', 'AFTER'),
    comparisonBefore: sumOf('comparison', 'BEFORE'),
    comparisonAfter: sumOf('comparison', 'AFTER'),
  };

  return {
    treatedBefore: summedRate(four.treatedBefore),
    treatedAfter: summedRate(four.treatedAfter),
    comparisonBefore: summedRate(four.comparisonBefore),
    comparisonAfter: summedRate(four.comparisonAfter),
    ...effectsOf(four),
    parallel: parallelCheck(quarters.filter(({ phase }) => phase === 'BEFORE')),
    quarters: studied(quarters),
  };
}

type FourSums = { readonly [Side in keyof FourRates]: DisplayedCounts | null };

function effectsOf(sums: FourSums): { readonly difference: ReasonedEstimate; readonly oddsRatio: ReasonedEstimate } {
  const { treatedBefore, treatedAfter, comparisonBefore, comparisonAfter } = sums;
  if (treatedBefore === null || treatedAfter === null) return { difference: HIDDEN_TREATED, oddsRatio: HIDDEN_TREATED };
  if (comparisonBefore === null || comparisonAfter === null)
    return { difference: HIDDEN_COMPARISON, oddsRatio: HIDDEN_COMPARISON };

  const rates = { treatedBefore, treatedAfter, comparisonBefore, comparisonAfter };
  const difference = differenceInDifferences(rates, 'IDENTITY');
  const odds = differenceInDifferences(rates, 'LOGIT');
  const ratioBounds = odds && { lower: Math.exp(odds.interval.lower), upper: Math.exp(odds.interval.upper) };
  return {
    difference: difference === null ? without(NOTHING_VARIES) : reasoned(difference.value, difference.interval),
    oddsRatio:
      odds === null || ratioBounds === null ? without(NOTHING_VARIES) : reasoned(Math.exp(odds.value), ratioBounds),
  };
}

function parallelCheck(before: readonly StudiedQuarter[]): ParallelCheck {
  const found = parallelTrend(before);
  if (found === null) return { slopePerYear: without(TOO_FEW_BEFORE), pValue: null, verdict: 'NOT_CHECKED' };

  const { slope, pValue } = found;
  const { lower, upper } = slope.interval;
  return {
    slopePerYear: reasoned(slope.value * QUARTERS_PER_YEAR, {
      lower: lower * QUARTERS_PER_YEAR,
      upper: upper * QUARTERS_PER_YEAR,
    }),
    pValue: printed(pValue),
    verdict: pValue < DOUBT_BELOW ? 'DOUBTFUL' : 'NO_SIGN_AGAINST',
  };
}

function studied(quarters: readonly StudiedQuarter[]): ImpactEstimate['quarters'] {
  const coefficients = eventStudy(
    quarters.map(({ treated, comparison, phase, isCompared }) => ({
      treated,
      comparison,
      isReference: isCompared && phase === 'BEFORE',
    })),
  );
  return quarters.map(({ treated, comparison, ...quarter }, index) => {
    const coefficient = coefficients[index] ?? null;
    return {
      ...quarter,
      treated: summedRate(treated),
      comparison: summedRate(comparison),
      coefficient: coefficient === null ? without(NO_COEFFICIENT) : reasoned(coefficient.value, coefficient.interval),
    };
  });
}

const HIDDEN_TREATED = without(
  'A compared quarter of the agency is not shown, and a sum of shown quarters would be of other quarters. ' +
    'Ask for a more frequent measure, or drop a filter.',
);
const HIDDEN_COMPARISON = without(
  'No comparison agency or area is shown in every quarter, and one that comes and goes would move by itself. ' +
    'Ask for a more frequent measure, or compare within the region.',
);
const NOTHING_VARIES =
  'Nothing varies in the compared rates, and an interval of no width would claim certainty. Ask for another measure.';
const TOO_FEW_BEFORE =
  `Fewer than ${PARALLEL_PERIODS_MIN} quarters before the program are shown on both sides; a trend needs as many. ` +
  'Ask for a more frequent measure.';
const NO_COEFFICIENT =
  'The quarter, or a compared quarter before the program, is not shown on both sides. Ask for a more frequent measure.';
