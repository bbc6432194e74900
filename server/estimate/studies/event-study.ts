import type { Effect } from './difference-in-differences.js';
import { criticalValue } from '../interval.js';
import { effectiveTrials } from '../proportion.js';
import type { NoisyProportion } from '../proportion.js';

/** One period of the treated and of their comparison; null where either is not shown. */
export interface PairedPeriod {
  readonly treated: NoisyProportion | null;
  readonly comparison: NoisyProportion | null;
  /** Whether it is one of those the others are measured against. */
  readonly isReference: boolean;
}

/** The gap between treated and comparison in one period, with its variance. */
export interface Gap {
  readonly value: number;
  readonly variance: number;
}

/** Treated rate less comparison rate, at the effective numbers of trials; null where either is not shown. */
export function gapOf({ treated, comparison }: Pick<PairedPeriod, 'treated' | 'comparison'>): Gap | null {
  if (treated === null || comparison === null) return null;
  return {
    value: treated.events / treated.trials - comparison.events / comparison.trials,
    variance: proportionVariance(treated) + proportionVariance(comparison),
  };
}

/**
 * Event-study coefficients: the gap between treated and comparison in each period, less its mean over the reference.
 *
 * Taking the gap within a period removes what moves both; coefficients before the event should lie around 0. A reference
 * period is part of the mean it is measured against, and its variance says so: with k of them (1 - 1/k)^2 of its own
 * gap and 1/k^2 of each other one.
 *
 * Source: Miller (2023), J. Econ. Perspect. 37(2), 203-230.
 *
 * @returns one for each period, null where it is not shown; all null when a reference period is not.
 */
export function eventStudy(periods: readonly PairedPeriod[]): readonly (Effect | null)[] {
  const gaps = periods.map(gapOf);
  const reference = gaps.filter((_, index) => periods[index]?.isReference === true);
  const shown = reference.filter((gap) => gap !== null);
  if (shown.length === 0 || shown.length < reference.length) return gaps.map(() => null);

  const count = shown.length;
  const mean = shown.reduce((sum, { value }) => sum + value, 0) / count;
  const meanVariance = shown.reduce((sum, { variance }) => sum + variance, 0) / count ** 2;

  return gaps.map((gap, index) => {
    if (gap === null) return null;
    const shared = periods[index]?.isReference === true ? (2 * gap.variance) / count : 0;
    return effectFrom(gap.value - mean, gap.variance + meanVariance - shared);
  });
}

function effectFrom(value: number, variance: number): Effect | null {
  if (!(variance > 0)) return null;
  const standardError = Math.sqrt(variance);
  const spread = criticalValue() * standardError;
  return { value, standardError, interval: { lower: value - spread, upper: value + spread } };
}

function proportionVariance(rate: NoisyProportion): number {
  const proportion = rate.events / rate.trials;
  return (proportion * (1 - proportion)) / effectiveTrials(rate);
}
