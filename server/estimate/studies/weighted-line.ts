import { Matrix, inverse } from 'ml-matrix';

/** A point of a line, and the weight it has: the inverse of its variance. */
export interface WeightedPoint {
  readonly at: number;
  readonly value: number;
  readonly weight: number;
}

/** A fitted line. Standard errors take the weights for inverse variances, known and not estimated. */
export interface Line {
  readonly intercept: number;
  readonly slope: number;
  readonly slopeStandardError: number;
}

/**
 * The line through points of known variance, by weighted least squares: covariance (X'DX)^-1.
 *
 * Source: McCullagh and Nelder (1989), `Generalized Linear Models`, section 2.5.
 *
 * @returns null when the points do not lie at two places at least: one place has no slope.
 */
export function weightedLine(points: readonly WeightedPoint[]): Line | null {
  if (new Set(points.map(({ at }) => at)).size < 2) return null;

  const design = new Matrix(points.map(({ at }) => [1, at]));
  const weighted = new Matrix(points.map(({ at, weight }) => [weight, weight * at]));
  const values = Matrix.columnVector(points.map(({ value }) => value));
  const covariance = inverse(weighted.transpose().mmul(design));
  const fitted = covariance.mmul(weighted.transpose().mmul(values));
  return {
    intercept: fitted.get(0, 0),
    slope: fitted.get(1, 0),
    slopeStandardError: Math.sqrt(covariance.get(1, 1)),
  };
}
