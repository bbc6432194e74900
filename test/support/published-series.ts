/** What a client computes from displayed counts alone: the published formulas, written without the house's own code. */

/** A displayed rate as the API prints it. */
export interface PrintedRate {
  readonly numerator: number;
  readonly denominator: number;
}
export interface PrintedNoise {
  readonly numeratorVariance: number;
  readonly denominatorVariance: number;
}
export interface Counted {
  readonly x: number;
  readonly n: number;
  readonly vx: number;
  readonly vn: number;
}

const Z = 1.959963984540054;

export function counted({ numerator, denominator }: PrintedRate, noise: PrintedNoise): Counted {
  return { x: numerator, n: denominator, vx: noise.numeratorVariance, vn: noise.denominatorVariance };
}

export function worth({ x, n, vx, vn }: Counted): number {
  const p = (x + 2) / (n + 4);
  return n / (1 + (vx + vn * p * p) / (n * p * (1 - p)));
}

export function pooled(parts: readonly Counted[]): Counted {
  const total = { x: 0, n: 0, vx: 0, vn: 0 };
  for (const { x, n, vx, vn } of parts) {
    total.x += x;
    total.n += n;
    total.vx += vx;
    total.vn += vn;
  }
  return total;
}

/** Mean and limits of a chart; widened by sigma z where neighbours differ by more than chance. */
export function chartOf(baseline: readonly Counted[]): {
  centre: number;
  limitsOf: (point: Counted) => [number, number];
} {
  const all = pooled(baseline);
  const centre = all.x / all.n;
  const sigma = (point: Counted): number => Math.sqrt((centre * (1 - centre)) / worth(point));
  const z = baseline.map((point) => (point.x / point.n - centre) / sigma(point));
  const ranges = z.slice(1).map((value, index) => Math.abs(value - (z[index] ?? 0)));
  const sigmaZ = ranges.reduce((sum, range) => sum + range, 0) / ranges.length / 1.128;
  const factor = sigmaZ * sigmaZ > 1 + 2 * Math.sqrt(2 / z.length) ? sigmaZ : 1;
  return {
    centre,
    limitsOf: (point) => [
      Math.max(0, centre - 3 * factor * sigma(point)),
      Math.min(1, centre + 3 * factor * sigma(point)),
    ],
  };
}

/** Rate ratio per unit of time with its interval, by Newton steps on the two coefficients. */
export function trendOf(points: readonly (Counted & { readonly at: number })[]): [number, number, number] {
  let [a, b] = [Math.log(pooled(points).x / pooled(points).n), 0];
  let spread = 0;
  for (let step = 0; step < 200; step += 1) {
    let [s00, s01, s11, g0, g1] = [0, 0, 0, 0, 0];
    for (const { at, x, n, vx, vn } of points) {
      const mu = n * Math.exp(a + b * at);
      const variance = mu * (1 - mu / n) + vx + (mu / n) ** 2 * vn;
      s00 += mu ** 2 / variance;
      s01 += (mu ** 2 / variance) * at;
      s11 += (mu ** 2 / variance) * at ** 2;
      g0 += (mu / variance) * (x - mu);
      g1 += (mu / variance) * (x - mu) * at;
    }
    const determinant = s00 * s11 - s01 * s01;
    a += (s11 * g0 - s01 * g1) / determinant;
    b += (s00 * g1 - s01 * g0) / determinant;
    spread = Z * Math.sqrt(s00 / determinant);
  }
  return [Math.exp(b), Math.exp(b - spread), Math.exp(b + spread)];
}

/** Exact interpolated binomial limits, the distribution added up term by term. */
export function exactLimits(trials: number, target: number, level: number): [number, number] {
  const n = Math.floor(trials);
  const limit = (probability: number): number => {
    // Logarithms, because nobody in 24,000 is a probability no number holds.
    let logTerm = n * Math.log1p(-target);
    let cumulative = Math.exp(logTerm);
    let r = 0;
    while (cumulative < probability && r < n) {
      logTerm += Math.log((n - r) / (r + 1)) + Math.log(target / (1 - target));
      cumulative += Math.exp(logTerm);
      r += 1;
    }
    return (r - (cumulative - probability) / Math.exp(logTerm)) / n;
  };
  return [limit((1 - level) / 2), limit((1 + level) / 2)];
}

/** Difference in differences of proportions with its interval; treated before and after, comparison before and after. */
export function didOf(four: readonly [Counted, Counted, Counted, Counted]): [number, number, number] {
  const [before, after, otherBefore, otherAfter] = four.map(({ x, n }) => x / n);
  const variance = four.reduce((sum, { x, n, vx, vn }) => {
    const p = x / n;
    return sum + (p * (1 - p)) / n + vx / n ** 2 + (vn * p * p) / n ** 2;
  }, 0);
  const value = (after ?? 0) - (before ?? 0) - ((otherAfter ?? 0) - (otherBefore ?? 0));
  return [value, value - Z * Math.sqrt(variance), value + Z * Math.sqrt(variance)];
}

/** Ratio of odds ratios with its interval. */
export function oddsRatioOf(four: readonly [Counted, Counted, Counted, Counted]): [number, number, number] {
  const [before, after, otherBefore, otherAfter] = four.map(({ x, n }) => Math.log(x / (n - x)));
  const variance = four.reduce((sum, { x, n, vx, vn }) => {
    const y = n - x;
    return sum + 1 / x + 1 / y + vx * (n / (x * y)) ** 2 + vn / y ** 2;
  }, 0);
  const value = (after ?? 0) - (before ?? 0) - ((otherAfter ?? 0) - (otherBefore ?? 0));
  const spread = Z * Math.sqrt(variance);
  return [Math.exp(value), Math.exp(value - spread), Math.exp(value + spread)];
}

/** A rate's variance at its worth. */
export function varianceOf(point: Counted): number {
  const p = point.x / point.n;
  return (p * (1 - p)) / worth(point);
}

export function interval(value: number, variance: number): [number, number, number] {
  return [value, value - Z * Math.sqrt(variance), value + Z * Math.sqrt(variance)];
}

/** As the API prints: three significant digits. */
export function threeDigits(values: readonly number[]): number[] {
  return values.map((value) => Number(value.toPrecision(3)));
}
