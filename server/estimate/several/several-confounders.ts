import { criticalValue } from '../interval.js';
import type { Interval } from '../interval.js';

import { fitterOf } from './fitted-table.js';
import type { Input } from './input.js';

/** Encounters with a known outcome, and those of them with the outcome, over some of the variables. */
export interface OutcomeMargin {
  /** Among arm (0) and the confounders (1 and on). */
  readonly variables: readonly number[];
  readonly trials: readonly Input[];
  readonly events: readonly Input[];
}

/** Displayed tables of order three about two arms, an outcome and several confounders. */
export interface SeveralInputs {
  /** Categories of each confounder. */
  readonly sizes: readonly number[];
  /** Encounters by arm (baseline first) and all confounders, whatever their outcome. */
  readonly exposure: readonly Input[];
  readonly outcomes: readonly OutcomeMargin[];
}

/** Risks of the arm and of the baseline as if both had met the same mix of encounters. */
export interface SeveralAdjusted {
  readonly risk: number;
  readonly baselineRisk: number;
  readonly difference: { readonly value: number; readonly interval: Interval };
  readonly ratio: { readonly value: number; readonly interval: Interval };
  /** Share of encounters in combinations that both arms met. */
  readonly overlap: number;
}

interface Standardised {
  readonly risks: readonly [baseline: number, arm: number];
  readonly variances: readonly [baseline: number, arm: number];
  readonly overlap: number;
}

/** Half a step of every protected input, as for every other estimate. Source: disclosure policy, section 2.8. */
const STEP = 0.5;

/**
 * Two arms compared as if both had met the same mix of several confounders, from tables none of which has them all.
 *
 * A log-linear model without the interaction of arm, outcome and all confounders at once is fitted to the tables. It is
 * assumed that the odds ratio of the arm does not differ from one combination of confounders to another in a way that its
 * differences by each confounder do not explain, and that whether an outcome is known does not depend on arm and all
 * confounders at once. Risks are then standardised to the encounters of both arms together. `npm run simulate` says what
 * the estimates are worth.
 *
 * The interval takes the fitted strata as independent samples, which is on the safe side, and adds what every protected
 * input can move.
 *
 * Source: Bishop, Fienberg and Holland (1975), Discrete Multivariate Analysis, chapter 3; disclosure policy, section 2.8.
 *
 * @returns null when either arm has no outcome, or nobody was met by both.
 */
export function adjustedForSeveral(inputs: SeveralInputs): SeveralAdjusted | null {
  const counts = countsOf(inputs);
  const standardise = standardiser(inputs);
  const centre = standardise(counts);
  if (centre === null || Math.min(...centre.risks) <= 0) return null;

  const [baselineRisk, risk] = centre.risks;
  const [baselineVariance, variance] = centre.variances;
  const noise = noiseOf(inputs, standardise);
  const difference = risk - baselineRisk;
  const ratio = risk / baselineRisk;
  const spread = criticalValue() * Math.sqrt(variance + baselineVariance + noise.difference);
  const logSpread =
    criticalValue() * Math.sqrt(variance / risk ** 2 + baselineVariance / baselineRisk ** 2 + noise.logRatio);

  return {
    risk,
    baselineRisk,
    difference: {
      value: difference,
      interval: { lower: Math.max(-1, difference - spread), upper: Math.min(1, difference + spread) },
    },
    ratio: { value: ratio, interval: { lower: ratio * Math.exp(-logSpread), upper: ratio * Math.exp(logSpread) } },
    overlap: centre.overlap,
  };
}

/** Every input in one list: the exposure, then trials and events of each margin. */
function inputsOf({ exposure, outcomes }: SeveralInputs): readonly Input[] {
  return [...exposure, ...outcomes.flatMap(({ trials, events }) => [...trials, ...events])];
}

function countsOf(inputs: SeveralInputs): readonly number[] {
  return inputsOf(inputs).map(({ count }) => count);
}

type Standardise = (counts: readonly number[]) => Standardised | null;

/** What the noise of all inputs together adds to the variance of the difference and of the logarithm of the ratio. */
function noiseOf(
  inputs: SeveralInputs,
  standardise: Standardise,
): { readonly difference: number; readonly logRatio: number } {
  const counts = countsOf(inputs);
  const moved = (index: number, step: number): Standardised | null =>
    standardise(counts.map((count, place) => (place === index ? Math.max(0, count + step) : count)));

  let [difference, logRatio] = [0, 0];
  for (const [index, { variance }] of inputsOf(inputs).entries()) {
    const [above, below] = [moved(index, STEP), moved(index, -STEP)];
    if (above === null || below === null) continue;
    difference += variance * (differenceOf(above) - differenceOf(below)) ** 2;
    logRatio += variance * (logRatioOf(above) - logRatioOf(below)) ** 2;
  }
  return { difference, logRatio };
}

function differenceOf({ risks: [baseline, arm] }: Standardised): number {
  return arm - baseline;
}

function logRatioOf({ risks: [baseline, arm] }: Standardised): number {
  return Math.log(arm / baseline);
}

/**
 * From counts in the order of `inputsOf` to risks, through two fitted tables: of those with a known outcome by arm and
 * confounders, then of those by outcome.
 */
function standardiser({ sizes, outcomes }: SeveralInputs): Standardise {
  const strata = sizes.reduce((product, size) => product * size, 1);
  const kept = outcomes.map(({ variables }) => variables);
  const fitKnown = fitterOf([2, ...sizes], kept);
  const everyVariable = [0, ...sizes.keys()].map((_, index) => index + 1);
  const withOutcome = kept.map((variables) => [0, ...variables.map((variable) => variable + 1)]);
  const fitOutcome = fitterOf([2, 2, ...sizes], [everyVariable, ...withOutcome]);

  return (counts) => {
    const exposure = Float64Array.from(counts.slice(0, 2 * strata));
    const margins = marginsIn(counts.slice(2 * strata), outcomes);
    const known = fitKnown(
      exposure,
      margins.map(({ trials }) => trials),
    );
    const seed = new Float64Array(4 * strata).fill(1);
    return standardisedBy(fitOutcome(seed, [[...known], ...margins.map(({ byOutcome }) => byOutcome)]), strata);
  };
}

/** Each margin: those with a known outcome, and those without it before those with it. */
function marginsIn(
  counts: readonly number[],
  outcomes: readonly OutcomeMargin[],
): readonly { readonly trials: readonly number[]; readonly byOutcome: readonly number[] }[] {
  let from = 0;
  return outcomes.map(({ trials: { length } }) => {
    const trials = counts.slice(from, from + length);
    const events = counts.slice(from + length, from + 2 * length);
    from += 2 * length;
    const without = trials.map((count, index) => Math.max(0, count - (events[index] ?? 0)));
    return { trials, byOutcome: [...without, ...events] };
  });
}

function standardisedBy(table: Float64Array, strata: number): Standardised | null {
  const at = (outcome: number, arm: number, stratum: number): number =>
    table[(outcome * 2 + arm) * strata + stratum] ?? 0;
  const known = (arm: number, stratum: number): number => at(0, arm, stratum) + at(1, arm, stratum);
  const all = Array.from({ length: strata }, (_, stratum) => stratum);
  const met = all.filter((stratum) => known(0, stratum) > 0 && known(1, stratum) > 0);
  const sizeOf = (chosen: readonly number[]): number =>
    chosen.reduce((sum, stratum) => sum + known(0, stratum) + known(1, stratum), 0);
  const whole = sizeOf(met);
  if (whole <= 0) return null;

  const arms = ([0, 1] as const).map((arm) => {
    let [risk, variance] = [0, 0];
    for (const stratum of met) {
      const weight = sizeOf([stratum]) / whole;
      const share = at(1, arm, stratum) / known(arm, stratum);
      risk += weight * share;
      variance += (weight ** 2 * share * (1 - share)) / known(arm, stratum);
    }
    return { risk, variance };
  });
  const [baseline, arm] = arms;
  if (baseline === undefined || arm === undefined) return null;
  return {
    risks: [baseline.risk, arm.risk],
    variances: [baseline.variance, arm.variance],
    overlap: whole / sizeOf(all),
  };
}
