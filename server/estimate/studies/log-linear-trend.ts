import { weightedLine } from './weighted-line.js';
import type { Line } from './weighted-line.js';

/** A displayed count at a time, and what it is a count out of: trials, or exact time at risk. */
export interface CountAt {
  /** In the unit the slope is wanted by, years for instance. */
  readonly at: number;
  readonly events: number;
  readonly exposure: number;
  readonly eventsVariance: number;
  /** 0 for an exact denominator. */
  readonly exposureVariance: number;
}

const STEPS_MAX = 100;
const TOLERANCE = 1e-12;

/**
 * A log-linear trend of rates: ln(rate) = intercept + slope * at, by iteratively reweighted least squares.
 *
 * The noise in a displayed count is spread beside its sampling variance, so D = mu^2 / (variance + V), and the
 * covariance is (X'DX)^-1. TRIALS vary as a binomial, mu(1 - mu/n); events in an EXPOSURE as a Poisson, mu. Noise in the
 * denominator moves the expected count by mu/n for each encounter, so it adds (mu/n)^2 Vn.
 *
 * Source: McCullagh and Nelder (1989), `Generalized Linear Models`, section 2.5; disclosure policy, section 2.8.
 *
 * @returns null where it is not defined: fewer than two times, no event at all, or no convergence.
 * @example logLinearTrend(counts, { per: 'EXPOSURE' }) // { slope: 0.0592, slopeStandardError: 0.0189 }: 6 % more each time
 */
export function logLinearTrend(
  counts: readonly CountAt[],
  { per }: { readonly per: 'TRIALS' | 'EXPOSURE' },
): Line | null {
  if (counts.every(({ events }) => events <= 0)) return null;

  let means = counts.map(({ events }) => Math.max(events, 0) + 1 / 2);
  let line: Line | null = null;
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const next = weightedLine(counts.map((count, index) => workingPoint(count, means[index] ?? 0, per)));
    if (next === null || !Number.isFinite(next.slope)) return null;
    if (line !== null && isSame(line, next)) return next;

    line = next;
    means = counts.map(({ at, exposure }) => exposure * Math.exp(next.intercept + next.slope * at));
  }
  return null;
}

function workingPoint(count: CountAt, mean: number, per: 'TRIALS' | 'EXPOSURE') {
  const { at, events, exposure } = count;
  return {
    at,
    value: Math.log(mean / exposure) + (events - mean) / mean,
    weight: mean ** 2 / varianceOf(count, mean, per),
  };
}

function varianceOf({ exposure, eventsVariance, exposureVariance }: CountAt, mean: number, per: string): number {
  const rate = mean / exposure;
  // A step of the iteration may overshoot 1; the fit itself cannot stay there.
  const sampling = per === 'TRIALS' ? mean * Math.max(1 - rate, 1 / exposure) : mean;
  return sampling + eventsVariance + rate ** 2 * exposureVariance;
}

function isSame(one: Line, other: Line): boolean {
  return (
    Math.abs(one.slope - other.slope) < TOLERANCE * (1 + Math.abs(other.slope)) &&
    Math.abs(one.intercept - other.intercept) < TOLERANCE * (1 + Math.abs(other.intercept))
  );
}
