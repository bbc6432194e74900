import { criticalValue } from '../interval.js';
import type { Interval } from '../interval.js';

import { fitterOf } from './fitted-table.js';
import type { Input } from './input.js';
import { standardisedArms } from './standardised-arms.js';
import type { Standardised } from './standardised-arms.js';

/** Encounters with a known outcome, and those of them with the outcome, over some of the variables. */
export interface OutcomeMargin {
  /** Among arm (0) and the confounders (1 and on). */
  readonly variables: readonly number[];
  readonly trials: readonly Input[];
  readonly events: readonly Input[];
}

/** Displayed tables of order three about arms, an outcome and several confounders. */
export interface SeveralInputs {
  /** Categories of each confounder. */
  readonly sizes: readonly number[];
  /** Encounters by arm (baseline first, then as many as there are) and all confounders, whatever their outcome. */
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

/** Half a step of every protected input, as for every other estimate. Source: disclosure policy, section 2.8. */
const STEP = 0.5;

/**
 * Arms compared with a baseline as if both had met the same mix of several confounders, from tables none of which has them
 * all.
 *
 * A log-linear model without the interaction of arm, outcome and all confounders at once is fitted to the tables. It is
 * assumed that the odds ratio of an arm does not differ from one combination of confounders to another in a way that its
 * differences by each confounder do not explain, and that whether an outcome is known does not depend on arm and all
 * confounders at once. Risks are then standardised to the encounters of the arm and the baseline together. `npm run
 * simulate` says what the estimates are worth.
 *
 * The interval takes the fitted strata as independent samples, which is on the safe side, and adds what every protected
 * input can move.
 *
 * Source: Bishop, Fienberg and Holland (1975), Discrete Multivariate Analysis, chapter 3; disclosure policy, section 2.8.
 *
 * @returns for every arm besides the baseline: null when either has no outcome, or nobody was met by both, or the
 *   noise alone could leave either without one.
 */
export function adjustedForSeveral(inputs: SeveralInputs): readonly (SeveralAdjusted | null)[] {
  const { centre, moved } = standardiser(inputs);
  const noise = noiseOf(inputs, centre, moved);
  return centre.map((found, arm) => (found === null ? null : withIntervals(found, noise[arm])));
}

function withIntervals(
  { risks: [baselineRisk, risk], variances: [baselineVariance, variance], overlap }: Standardised,
  noise: Noise = NO_NOISE,
): SeveralAdjusted | null {
  if (baselineRisk <= 0 || risk <= 0 || !Number.isFinite(noise.logRatio)) return null;

  const [difference, ratio] = [risk - baselineRisk, risk / baselineRisk];
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
    overlap,
  };
}

/** Every input in one list: the exposure, then trials and events of each margin. */
function inputsOf({ exposure, outcomes }: SeveralInputs): readonly Input[] {
  return [...exposure, ...outcomes.flatMap(({ trials, events }) => [...trials, ...events])];
}

type Standardise = (counts: readonly number[]) => readonly (Standardised | null)[];

/** What the noise of all inputs together adds to the variance of the difference and of the logarithm of the ratio. */
interface Noise {
  readonly difference: number;
  readonly logRatio: number;
}

const NO_NOISE: Noise = { difference: 0, logRatio: 0 };

function noiseOf(inputs: SeveralInputs, centre: readonly unknown[], standardise: Standardise): readonly Noise[] {
  const all = inputsOf(inputs);
  const counts = all.map(({ count }) => count);
  const moved = (index: number, step: number): ReturnType<Standardise> =>
    standardise(counts.map((count, place) => (place === index ? Math.max(0, count + step) : count)));

  let noise = centre.map(() => NO_NOISE);
  for (const [index, { variance }] of all.entries()) {
    if (variance === 0) continue;
    const [above, below] = [moved(index, STEP), moved(index, -STEP)];
    noise = noise.map((sum, arm) => withMove(sum, { above: above[arm], below: below[arm], variance }));
  }
  return noise;
}

function withMove(
  { difference, logRatio }: Noise,
  {
    above,
    below,
    variance,
  }: { above: Standardised | null | undefined; below: Standardised | null | undefined; variance: number },
): Noise {
  if (!above || !below) return { difference, logRatio };
  return {
    difference: difference + variance * (differenceOf(above) - differenceOf(below)) ** 2,
    logRatio: logRatio + variance * (logRatioOf(above) - logRatioOf(below)) ** 2,
  };
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
 *
 * A moved count is fitted on from the tables of the centre, which have the interactions the margins do not: the same fit in
 * few rounds.
 */
function standardiser(inputs: SeveralInputs): {
  readonly centre: ReturnType<Standardise>;
  readonly moved: Standardise;
} {
  const { sizes, outcomes } = inputs;
  const strata = sizes.reduce((product, size) => product * size, 1);
  const cells = inputs.exposure.length;
  const shape = [cells / strata, ...sizes];
  const kept = outcomes.map(({ variables }) => variables);
  const fitKnown = fitterOf(shape, kept);
  const everyVariable = shape.map((_, index) => index + 1);
  const fitOutcome = fitterOf(
    [2, ...shape],
    [everyVariable, ...kept.map((variables) => [0, ...variables.map((variable) => variable + 1)])],
  );
  const fit = (counts: readonly number[], seeds: { known: Float64Array; outcome: Float64Array }) => {
    const margins = marginsIn(counts.slice(cells), outcomes);
    const known = fitKnown(
      seeds.known,
      margins.map(({ trials }) => trials),
    );
    return { known, outcome: fitOutcome(seeds.outcome, [[...known], ...margins.map(({ byOutcome }) => byOutcome)]) };
  };

  const start = inputsOf(inputs).map(({ count }) => count);
  const exposure = Float64Array.from(start.slice(0, cells));
  const found = fit(start, { known: exposure, outcome: new Float64Array(2 * cells).fill(1) });
  const outcome = found.outcome.map((value) => Math.max(value, TRACE));
  return {
    centre: standardisedArms(found.outcome, { cells, strata }),
    moved: (counts) => {
      const known = found.known.map((value, cell) => value * factorOf(counts[cell], exposure[cell]));
      return standardisedArms(fit(counts, { known, outcome }).outcome, { cells, strata });
    },
  };
}

/** What is left of a fitted cell of nothing, so that a moved margin can fill it. */
const TRACE = 1e-9;

function factorOf(count = 0, before = 0): number {
  return before === 0 ? 1 : count / before;
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
