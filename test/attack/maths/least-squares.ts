import { CholeskyDecomposition, Matrix } from 'ml-matrix';

import type { Terms } from './corners.js';

/** What a linear combination of the unknowns was seen to be, and the variance of the error in that. */
export interface Observation {
  readonly terms: Terms;
  readonly value: number;
  readonly variance: number;
}

/** Estimates of linear combinations of the unknowns. */
export interface Fit {
  readonly at: (terms: Terms) => { readonly value: number; readonly variance: number };
}

/** Next to nothing of every unknown: some are in no table that is served, and places that overlap leave others to nobody. */
export function nextToNothing(size: number): readonly Observation[] {
  return Array.from({ length: size }, (_, column) => ({ terms: new Map([[column, 1]]), value: 0, variance: 1e6 }));
}

/** Generalised least squares by the normal equations. Every unknown must be observed, however loosely. */
export function leastSquares(size: number, observations: readonly Observation[]): Fit {
  const [normal, right] = [Matrix.zeros(size, size), Matrix.zeros(size, 1)];
  for (const { terms, value, variance } of observations) {
    for (const [row, one] of terms) {
      right.set(row, 0, right.get(row, 0) + (one * value) / variance);
      for (const [column, other] of terms) normal.set(row, column, normal.get(row, column) + (one * other) / variance);
    }
  }
  const covariance = new CholeskyDecomposition(normal).solve(Matrix.eye(size, size));
  const solution = covariance.mmul(right);
  return {
    at: (combination) => {
      const terms = [...combination];
      const spread = (row: number): number =>
        terms.reduce((sum, [column, one]) => sum + one * covariance.get(row, column), 0);
      return {
        value: terms.reduce((sum, [row, one]) => sum + one * solution.get(row, 0), 0),
        variance: terms.reduce((sum, [row, one]) => sum + one * spread(row), 0),
      };
    },
  };
}

/** What is loosely known of a hidden cell before anything is computed. */
const HIDDEN = { value: 5, variance: 25 };
/** Precision below which nothing is known. */
const PRECISION_MIN = 1e-6;

export function hiddenObservation(terms: Terms): Observation {
  return { terms, ...HIDDEN };
}

/** What everything but its own loose prior says of a hidden cell. */
export function estimateOfHidden(fit: Fit, terms: Terms): { readonly value: number; readonly variance: number } {
  const { value, variance } = fit.at(terms);
  const precision = Math.max(PRECISION_MIN, 1 / variance - 1 / HIDDEN.variance);
  return { value: (value / variance - HIDDEN.value / HIDDEN.variance) / precision, variance: 1 / precision };
}
