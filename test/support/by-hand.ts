/** A stratum as an answer prints it. */
export interface PrintedStratum {
  readonly code: string;
  readonly status: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly baselineNumerator: number | null;
  readonly baselineDenominator: number | null;
  readonly standard: number | null;
}

interface Ends {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Variance of the noise in one published count: public, as the policy says. */
const NOISE = 5;
const Z = 1.959963984540054;
/** The 80th percentile of the normal: the power asked for. */
const Z80 = 0.8416212335729142;

/** One stratum as a, n1, c, n0 and the standard's weight. */
type Row = readonly [number, number, number, number, number];

/**
 * The adjusted numbers as a reader computes them from the printed counts: written apart from the product, by the published
 * formulas, with every count moved by half an encounter for the noise. Counts are single published cells.
 */
export function adjustedByHand(strata: readonly PrintedStratum[], { isBaseline = true } = {}) {
  const rows = strata
    .filter(({ status }) => status === 'SHOWN')
    .map((one): Row => [one.numerator ?? 0, one.denominator ?? 0, one.baselineNumerator ?? 0, one.baselineDenominator ?? 0, one.standard ?? 0]); // prettier-ignore
  const ratios = rows.map((row) => ({
    theta: lnRatio([row]),
    variance: ratioVariance([row]) + noiseOf([row], lnRatio),
  }));
  const mean = ratios.reduce((sum, { theta, variance }) => sum + theta / variance, 0) / ratios.reduce((sum, { variance }) => sum + 1 / variance, 0); // prettier-ignore
  const q = ratios.reduce((sum, { theta, variance }) => sum + (theta - mean) ** 2 / variance, 0);
  const freedom = rows.length - 1;

  return {
    difference: ends(rdOf(rows), satoOf(rows) + noiseOf(rows, rdOf), (theta) => theta),
    ratio: ends(lnRatio(rows), ratioVariance(rows) + noiseOf(rows, lnRatio), Math.exp),
    oddsRatio: ends(lnOdds(rows), oddsVariance(rows) + noiseOf(rows, lnOdds), Math.exp),
    heterogeneity:
      freedom === 0
        ? { q: null, degreesOfFreedom: null, iSquared: null }
        : { q: round(q), degreesOfFreedom: freedom, iSquared: round(Math.max(0, (q - freedom) / q)) },
    standardisedRate: standardised(rows.map(([a, n1, , , w]) => [a, n1, w]), true),
    standardisedBaseline: standardised(rows.map(([, , c, n0, w]) => [c, n0, w]), !isBaseline),
  }; // prettier-ignore
}

/** The crude numbers of two arms, each a displayed count of events among a displayed count of trials. */
export function crudeByHand([a, n1, c, n0]: readonly [number, number, number, number]) {
  const [p1, p0] = [a / n1, c / n0];
  const [one, other] = [wilsonWithNoise(a, n1), wilsonWithNoise(c, n0)];
  const noise = (x: number, n: number): number => NOISE / x ** 2 + NOISE / n ** 2;
  const odds = (x: number, n: number): number =>
    1 / x + 1 / (n - x) + NOISE * (1 / x + 1 / (n - x)) ** 2 + NOISE / (n - x) ** 2;
  const pooled = (p1 + p0) / 2;
  const apart = Z * Math.sqrt(2 * pooled * (1 - pooled)) + Z80 * Math.sqrt(p1 * (1 - p1) + p0 * (1 - p0));
  return {
    difference: {
      value: round(p1 - p0),
      lower: round(p1 - p0 - Math.hypot(p1 - one.lower, other.upper - p0)),
      upper: round(p1 - p0 + Math.hypot(one.upper - p1, p0 - other.lower)),
    },
    ratio: ends(Math.log(p1 / p0), 1 / a - 1 / n1 + 1 / c - 1 / n0 + noise(a, n1) + noise(c, n0), Math.exp),
    oddsRatio: ends(Math.log((a * (n0 - c)) / (c * (n1 - a))), odds(a, n1) + odds(c, n0), Math.exp),
    encountersNeeded: Math.ceil((apart / (p1 - p0)) ** 2),
  };
}

/** Wilson's interval at the trials that sampling and noise leave. */
function wilsonWithNoise(x: number, n: number): { readonly lower: number; readonly upper: number } {
  const centred = (x + 2) / (n + 4);
  return wilson(x / n, n / (1 + (NOISE * (1 + centred ** 2)) / (n * centred * (1 - centred))));
}

function wilson(p: number, trials: number): { readonly lower: number; readonly upper: number } {
  const centre = (p + Z ** 2 / (2 * trials)) / (1 + Z ** 2 / trials);
  const spread = (Z * Math.sqrt((p * (1 - p)) / trials + Z ** 2 / (4 * trials ** 2))) / (1 + Z ** 2 / trials);
  return { lower: centre - spread, upper: centre + spread };
}

function sum(rows: readonly Row[], term: (a: number, n1: number, c: number, n0: number, n: number) => number): number {
  return rows.reduce((total, [a, n1, c, n0]) => total + term(a, n1, c, n0, n1 + n0), 0);
}

const rdOf = (rows: readonly Row[]): number =>
  sum(rows, (a, n1, c, n0, n) => (a * n0 - c * n1) / n) / sum(rows, (_, n1, __, n0, n) => (n1 * n0) / n);

const satoOf = (rows: readonly Row[]): number =>
  (rdOf(rows) * sum(rows, (a, n1, c, n0, n) => (n1 ** 2 * c - n0 ** 2 * a + (n1 * n0 * (n0 - n1)) / 2) / n ** 2) +
    sum(rows, (a, n1, c, n0, n) => (a * (n0 - c) + c * (n1 - a)) / (2 * n))) /
  sum(rows, (_, n1, __, n0, n) => (n1 * n0) / n) ** 2;

const lnRatio = (rows: readonly Row[]): number =>
  Math.log(sum(rows, (a, _, __, n0, n) => (a * n0) / n) / sum(rows, (_, n1, c, __, n) => (c * n1) / n));

const ratioVariance = (rows: readonly Row[]): number =>
  sum(rows, (a, n1, c, n0, n) => ((a + c) * n1 * n0 - a * c * n) / n ** 2) /
  (sum(rows, (a, _, __, n0, n) => (a * n0) / n) * sum(rows, (_, n1, c, __, n) => (c * n1) / n));

const lnOdds = (rows: readonly Row[]): number =>
  Math.log(sum(rows, (a, _, c, n0, n) => (a * (n0 - c)) / n) / sum(rows, (a, n1, c, _, n) => ((n1 - a) * c) / n));

function oddsVariance(rows: readonly Row[]): number {
  const terms = rows.map(([a, n1, c, n0]) => {
    const n = n1 + n0;
    return { p: (a + n0 - c) / n, q: (n1 - a + c) / n, r: (a * (n0 - c)) / n, s: ((n1 - a) * c) / n };
  });
  const add = (term: (one: (typeof terms)[number]) => number): number => terms.reduce((all, one) => all + term(one), 0);
  const [r, s] = [add((one) => one.r), add((one) => one.s)];
  return add((o) => o.p * o.r) / (2 * r * r) + add((o) => o.p * o.s + o.q * o.r) / (2 * r * s) + add((o) => o.q * o.s) / (2 * s * s); // prettier-ignore
}

/** V (theta(x + 1/2) - theta(x - 1/2))^2 over the four counts of every stratum. */
function noiseOf(rows: readonly Row[], theta: (rows: readonly Row[]) => number): number {
  return rows.reduce((total, row, index) => {
    const moved = (at: number, by: number): readonly Row[] =>
      rows.with(index, row.with(at, (row[at] ?? 0) + by) as unknown as Row);
    return [0, 1, 2, 3].reduce((all, at) => all + NOISE * (theta(moved(at, 0.5)) - theta(moved(at, -0.5))) ** 2, total);
  }, 0);
}

/** A rate with the standard's mix; where the standard is the side itself, its trials are the weight and no third count. */
function standardised(rows: readonly (readonly [number, number, number])[], hasOwnWeight: boolean): Ends {
  const rate = (list: readonly (readonly number[])[]): number => {
    const weight = ([, n = 0, w = 0]: readonly number[]): number => (hasOwnWeight ? w : n);
    const whole = list.reduce((total, row) => total + weight(row), 0);
    return list.reduce((total, row) => total + ((weight(row) / whole) * (row[0] ?? 0)) / (row[1] ?? 0), 0);
  };
  const weights = rows.map(([, n, w]) => (hasOwnWeight ? w : n));
  const whole = weights.reduce((total, weight) => total + weight, 0);
  const sampling = rows.reduce((total, [x, n], index) => total + ((weights[index] ?? 0) / whole) ** 2 * ((x / n) * (1 - x / n)) / n, 0); // prettier-ignore
  const noise = rows.reduce(
    (total, row, index) =>
      (hasOwnWeight ? [0, 1, 2] : [0, 1]).reduce((all, at) => {
        const moved = (by: number): number => rate(rows.map((one, i) => (i === index ? row.with(at, (row[at] ?? 0) + by) : one)));
        return all + NOISE * (moved(0.5) - moved(-0.5)) ** 2;
      }, total),
    0,
  ); // prettier-ignore
  const p = rate(rows);
  const { lower, upper } = wilson(p, (p * (1 - p)) / (sampling + noise));
  return { value: round(p), lower: round(lower), upper: round(upper) };
}

function ends(theta: number, variance: number, back: (theta: number) => number): Ends {
  const spread = Z * Math.sqrt(variance);
  return { value: round(back(theta)), lower: round(back(theta - spread)), upper: round(back(theta + spread)) };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
