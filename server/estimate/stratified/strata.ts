import { deltaVariance } from '../delta-variance.js';
import type { NoisyInput } from '../delta-variance.js';
import type { Interval } from '../interval.js';
import type { NoisyProportion } from '../proportion.js';

/** Both arms within one category of a confounder. */
export interface Stratum {
  readonly arm: NoisyProportion;
  readonly baseline: NoisyProportion;
}

/** An estimate pooled over strata. */
export interface PooledEstimate {
  readonly estimate: number;
  readonly interval: Interval;
  /** Variances of the estimate, of a ratio those of its logarithm: what sampling and what protection contribute. */
  readonly samplingVariance: number;
  readonly perturbationVariance: number;
  /** Two-sided probability of an estimate this far from no difference, were there none. */
  readonly pValue: number;
}

/** The four exact numbers of a stratum: events a of n1 in the arm, c of n0 at the baseline, n in all. */
export interface Counts {
  readonly a: number;
  readonly n1: number;
  readonly c: number;
  readonly n0: number;
  readonly n: number;
}

/** Strata that have both arms: one without has nothing to compare. Noise can lift events over trials; clamped. */
export function countsOf(strata: readonly Stratum[]): readonly Counts[] {
  return fromValues(inputsOf(strata).map(({ value }) => value));
}

/** What protection adds to the variance of a statistic of the strata; null where it cannot be told. */
export function perturbationOf(
  strata: readonly Stratum[],
  theta: (counts: readonly Counts[]) => number | null,
): number | null {
  return deltaVariance(inputsOf(strata), (values) => theta(fromValues(values)));
}

export function total(counts: readonly Counts[], term: (stratum: Counts) => number): number {
  return counts.reduce((sum, stratum) => sum + term(stratum), 0);
}

function inputsOf(strata: readonly Stratum[]): readonly NoisyInput[] {
  return strata
    .filter(({ arm, baseline }) => arm.trials > 0 && baseline.trials > 0)
    .flatMap(({ arm, baseline }) => [...noisyInputs(arm), ...noisyInputs(baseline)]);
}

export function noisyInputs({
  events,
  trials,
  eventsVariance,
  trialsVariance,
}: NoisyProportion): readonly NoisyInput[] {
  return [
    { value: Math.min(events, trials), variance: eventsVariance },
    { value: trials, variance: trialsVariance },
  ];
}

function fromValues(values: readonly number[]): readonly Counts[] {
  return Array.from({ length: values.length / 4 }, (_, index) => {
    const [a = 0, n1 = 0, c = 0, n0 = 0] = values.slice(4 * index, 4 * index + 4);
    return { a, n1, c, n0, n: n1 + n0 };
  });
}
