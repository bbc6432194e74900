import type { DetectableEstimate, IntervalEstimate, RateComparison } from '../table/index.js';

import { amongAll, notTold, printedTest, told } from './distinguishable.js';
import { shownInterval, withoutInterval } from './interval-estimate.js';
import type { Interval } from './interval.js';
import { newcombe } from './newcombe.js';
import { oddsRatio } from './odds-ratio.js';
import { detectableDifference, encountersNeeded } from './power.js';
import { noisyProportion } from './proportion.js';
import type { ProportionEstimate } from './proportion.js';
import { countsShown, estimateRate } from './rate.js';
import type { RateSums } from './rate.js';
import { riskRatio } from './risk-ratio.js';
import { printedOrNull } from './rounding.js';
import { withoutValue } from './without-value.js';

/**
 * One arm against the baseline: both rates, their difference and ratios, all from displayed counts.
 *
 * Everything but the rates is shown only where both rates are. The test's probability is not printed yet: `judgedTogether`
 * does that.
 */
export function compareRates({
  arm,
  baseline,
  threshold,
}: {
  arm: RateSums;
  baseline: RateSums;
  threshold: number;
}): RateComparison {
  const rates = {
    rate: estimateRate({ ...arm, threshold }),
    baseline: estimateRate({ ...baseline, threshold }),
  };
  const without: RateComparison = { ...withoutValue('SUPPRESSED').comparison, ...rates };
  const [armCounts, baselineCounts] = [countsShown({ ...arm, threshold }), countsShown({ ...baseline, threshold })];
  if (armCounts === null || baselineCounts === null) return without;

  const [armRate, baselineRate] = [noisyProportion(armCounts), noisyProportion(baselineCounts)];
  if (armRate === null || baselineRate === null) return without;

  const ratio = riskRatio(armCounts, baselineCounts);
  return {
    ...rates,
    difference: shownInterval(armRate.proportion - baselineRate.proportion, newcombe(armRate, baselineRate)),
    ratio: shownRatio(ratio),
    oddsRatio: shownRatio(oddsRatio(armCounts, baselineCounts)),
    distinguishable: ratio === null ? notTold('NOT_APPLICABLE') : told(ratio.pValue),
    power: powerOf(armRate, baselineRate),
    adjusted: null,
    fitted: null,
  };
}

/**
 * Every comparison of a question judged among all of them: the crude ones among themselves, the adjusted ones too.
 *
 * Crude and adjusted ask the same thing twice, so they are families apart. Probabilities are printed here.
 */
export function judgedTogether(comparisons: readonly RateComparison[]): readonly RateComparison[] {
  const crude = amongAll(comparisons.map(({ distinguishable }) => distinguishable)).map(printedTest);
  const adjusted = amongAll(comparisons.map((one) => one.adjusted?.distinguishable ?? notTold('NOT_APPLICABLE'))).map(
    printedTest,
  );

  return comparisons.map((comparison, index) => ({
    ...comparison,
    distinguishable: crude[index] ?? comparison.distinguishable,
    adjusted: comparison.adjusted && {
      ...comparison.adjusted,
      distinguishable: adjusted[index] ?? comparison.adjusted.distinguishable,
    },
  }));
}

function shownRatio(found: { readonly ratio: number; readonly interval: Interval } | null): IntervalEstimate {
  return found === null ? withoutInterval('NOT_APPLICABLE') : shownInterval(found.ratio, found.interval);
}

function powerOf(arm: ProportionEstimate, baseline: ProportionEstimate): DetectableEstimate {
  const detectable = detectableDifference({
    armTrials: arm.effectiveTrials,
    baselineTrials: baseline.effectiveTrials,
    baselineRate: baseline.proportion,
  });
  return {
    decrease: printedOrNull(detectable?.decrease),
    increase: printedOrNull(detectable?.increase),
    encountersNeeded: encountersNeeded({ armRate: arm.proportion, baselineRate: baseline.proportion }),
    status: detectable === null ? 'NOT_APPLICABLE' : 'SHOWN',
  };
}
