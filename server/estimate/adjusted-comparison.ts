import type {
  AdjustedComparison,
  DisplayedSum,
  HeterogeneityEstimate,
  IntervalEstimate,
  StratumComparison,
  ValueStatus,
} from '../table/index.js';

import { notTold, told } from './distinguishable.js';
import { shownInterval, withoutInterval } from './interval-estimate.js';
import { countsShown } from './rate.js';
import type { RateSums } from './rate.js';
import { riskRatio } from './risk-ratio.js';
import { printed } from './rounding.js';
import { heterogeneity } from './stratified/heterogeneity.js';
import { mantelHaenszelDifference } from './stratified/mantel-haenszel-difference.js';
import { mantelHaenszelOddsRatio } from './stratified/mantel-haenszel-odds-ratio.js';
import { mantelHaenszelRatio } from './stratified/mantel-haenszel-ratio.js';
import { standardisedProportion } from './stratified/standardised-proportion.js';
import type { PooledEstimate, Stratum } from './stratified/strata.js';

/** One category of the confounder, as displayed. */
export interface DisplayedStratum {
  readonly code: string;
  readonly arm: Pick<RateSums, 'numerator' | 'denominator'>;
  readonly baseline: Pick<RateSums, 'numerator' | 'denominator'>;
  /** Encounters of the standard; null where the standard is the baseline arm itself. */
  readonly standard: DisplayedSum | null;
  /** Why metadata alone gives no comparison here; null when it can be one. */
  readonly without: ValueStatus | null;
  readonly threshold: number;
}

/** A stratum that passed: its counts, and the standard's encounters. */
interface UsedStratum extends Stratum {
  readonly standard: DisplayedSum | null;
}

/**
 * Smallest share of the arm's known encounters that must lie in the strata used.
 *
 * Strata with few outcomes are the ones suppressed, so what is left tells of the others: below this the pooled ratio was
 * off by half its size and its interval held the truth in 64 of 100 looks (docs/coverage.md).
 */
const COVERAGE_MIN = 0.7;

/**
 * One arm against the baseline within strata of a confounder, all from displayed counts.
 *
 * A stratum enters only if all four of its counts are shown and both of its rates pass the two-sided rule; every other is
 * reported with why. Where those that enter hold too little of the arm nothing is pooled. The rest is the Mantel-Haenszel difference and ratios, whether the strata agree, and both rates with
 * the standard's mix of strata. Source: disclosure policy, section 2.8.
 */
export function adjustRates({
  strata,
  denominator,
}: {
  strata: readonly DisplayedStratum[];
  /** The arm's known encounters, in whatever stratum. */
  denominator: DisplayedSum;
}): AdjustedComparison {
  const read = strata.map((stratum) => ({ stratum, counts: countsOf(stratum) }));
  const shown = read.flatMap(({ counts }) => counts ?? []);
  const reported = read.map(({ stratum, counts }) => reportOf(stratum, counts));
  const coverage = coverageOf(shown, denominator);
  const used = coverage !== null && coverage >= COVERAGE_MIN ? shown : [];
  const status = used.length > 0 ? 'SHOWN' : worstOf(reported);

  const ratio = mantelHaenszelRatio(used);
  return {
    difference: pooled(mantelHaenszelDifference(used), status),
    ratio: pooled(ratio, status),
    oddsRatio: pooled(mantelHaenszelOddsRatio(used), status),
    distinguishable: ratio === null ? notTold(missing(status)) : told(ratio.pValue),
    heterogeneity: heterogeneityOf(used, status),
    standardisedRate: standardisedTo(used, 'arm', status),
    standardisedBaseline: standardisedTo(used, 'baseline', status),
    coverage,
    strataUsed: shown.length,
    strataDropped: strata.length - shown.length,
    strata: reported,
    status,
  };
}

function countsOf({ arm, baseline, standard, without, threshold }: DisplayedStratum): UsedStratum | null {
  if (without !== null) return null;
  const [armCounts, baselineCounts] = [countsShown({ ...arm, threshold }), countsShown({ ...baseline, threshold })];
  return armCounts === null || baselineCounts === null ? null : { arm: armCounts, baseline: baselineCounts, standard };
}

/** Null where nothing is used or the whole is not shown. Noise can lift the parts over the whole; clamped. */
function coverageOf(strata: readonly Stratum[], denominator: DisplayedSum): number | null {
  if (strata.length === 0 || denominator.status !== 'SHOWN') return null;
  const within = strata.reduce((sum, { arm }) => sum + arm.trials, 0);
  return printed(Math.min(1, within / denominator.count));
}

/** The counts of a stratum are printed where it is used: what is pooled can be pooled again. */
function reportOf({ code, without }: DisplayedStratum, used: UsedStratum | null): StratumComparison {
  const ratio = used === null ? null : riskRatio(used.arm, used.baseline);
  const status = used === null ? (without ?? 'SUPPRESSED') : 'SHOWN';
  return {
    code,
    numerator: used?.arm.events ?? null,
    denominator: used?.arm.trials ?? null,
    baselineNumerator: used?.baseline.events ?? null,
    baselineDenominator: used?.baseline.trials ?? null,
    standard: used === null ? null : weightOf(used),
    ratio: ratio === null ? withoutInterval(missing(status)) : shownInterval(ratio.ratio, ratio.interval),
    status,
  };
}

function weightOf({ standard, baseline }: UsedStratum): number | null {
  if (standard === null) return baseline.trials;
  return standard.status === 'SHOWN' ? standard.count : null;
}

function heterogeneityOf(strata: readonly Stratum[], status: ValueStatus): HeterogeneityEstimate {
  const ratios = strata.flatMap((stratum) => {
    const own = mantelHaenszelRatio([stratum]);
    return own === null
      ? []
      : [{ theta: Math.log(own.estimate), variance: own.samplingVariance + own.perturbationVariance }];
  });
  const found = heterogeneity(ratios);
  if (found === null) return { q: null, degreesOfFreedom: null, pValue: null, iSquared: null, status: missing(status) };

  const { q, degreesOfFreedom, pValue, iSquared } = found;
  return { q: printed(q), degreesOfFreedom, pValue: printed(pValue), iSquared: printed(iSquared), status: 'SHOWN' };
}

/** The rate of one side with the standard's mix; suppressed where the standard is not shown in a stratum used. */
function standardisedTo(
  strata: readonly UsedStratum[],
  side: 'arm' | 'baseline',
  status: ValueStatus,
): IntervalEstimate {
  const weighted = strata.flatMap(({ standard, ...stratum }) => {
    const weight = weightIn({ standard, baseline: stratum.baseline, side });
    return weight === null ? [] : [{ counts: stratum[side], weight }];
  });
  if (weighted.length < strata.length) return withoutInterval('SUPPRESSED');

  const found = standardisedProportion(weighted);
  return found === null ? withoutInterval(missing(status)) : shownInterval(found.proportion, found.interval);
}

function weightIn({
  standard,
  baseline,
  side,
}: Pick<UsedStratum, 'standard' | 'baseline'> & { side: 'arm' | 'baseline' }) {
  if (standard !== null)
    return standard.status === 'SHOWN' ? { value: standard.count, variance: standard.variance } : null;
  return side === 'baseline' ? ('SAME' as const) : { value: baseline.trials, variance: baseline.trialsVariance };
}

function pooled(found: PooledEstimate | null, status: ValueStatus): IntervalEstimate {
  return found === null ? withoutInterval(missing(status)) : shownInterval(found.estimate, found.interval);
}

/** Why a value of an answer that is there is not: there is nothing to compute it from. */
function missing(status: ValueStatus): ValueStatus {
  return status === 'SHOWN' ? 'NOT_APPLICABLE' : status;
}

/** Suppressed if any stratum was, else why the first was dropped. */
function worstOf(strata: readonly StratumComparison[]): ValueStatus {
  const [first] = strata;
  return strata.some(({ status }) => status === 'SUPPRESSED') ? 'SUPPRESSED' : (first?.status ?? 'NOT_APPLICABLE');
}
