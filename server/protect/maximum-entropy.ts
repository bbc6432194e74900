/** Values that share one probability: how many they are, and the means of value and squared value. */
export interface Term {
  readonly weight: number;
  readonly first: number;
  readonly second: number;
}

const ITERATIONS_MAX = 500;
const TOLERANCE = 1e-12;

interface Moments {
  readonly mean: number;
  readonly square: number;
  readonly meanSquare: number;
  readonly cube: number;
  readonly fourth: number;
}

/**
 * The probabilities of largest entropy with mean zero and second moment at most `varianceMax`, adding up to `mass`.
 *
 * The dual has two variables: p is proportional to exp(a v + b v^2) with b <= 0, found by damped Newton steps; b = 0
 * is tried first, in case the variance bound is slack. Source: disclosure policy, section 2.5.
 *
 * @throws when no distribution has these moments.
 */
export function maximumEntropy(
  terms: readonly Term[],
  { mass, varianceMax }: { mass: number; varianceMax: number },
): readonly number[] {
  const bound = varianceMax / mass;
  const slack = newton(terms, { bound: null });
  const shares =
    slack !== null && momentsOf(terms, slack).square <= bound + TOLERANCE ? slack : newton(terms, { bound });
  if (shares === null) throw infeasible();
  return shares.map((share) => share * mass);
}

/** Shares per value at the optimum; null when there is none. `bound` null leaves the variance free. */
function newton(terms: readonly Term[], { bound }: { bound: number | null }): readonly number[] | null {
  let [a, b] = [0, 0];
  for (let iteration = 0; iteration < ITERATIONS_MAX; iteration += 1) {
    const moments = momentsOf(terms, sharesAt(terms, a, b));
    const gap = [moments.mean, bound === null ? 0 : moments.square - bound] as const;
    if (Math.hypot(...gap) < TOLERANCE) return sharesAt(terms, a, b);

    const [stepA, stepB] = newtonStep(moments, gap, bound === null);
    const scale = isFlatAt(gap) ? 1 : descent({ terms, a, b, stepA, stepB, bound });
    if (scale === null || !Number.isFinite(stepA + stepB)) return null;
    [a, b] = [a + scale * stepA, b + scale * stepB];
  }
  return null;
}

/** Near the optimum the dual is flat to the last digit and cannot judge a step; Newton's own step is right there. */
const FLAT_GAP = 1e-4;

function isFlatAt(gap: readonly [number, number]): boolean {
  return Math.hypot(...gap) < FLAT_GAP;
}

/** Newton's step for mean and second moment; for the mean alone when the variance is free. */
function newtonStep(
  m: Moments,
  [mean, square]: readonly [number, number],
  isVarianceFree: boolean,
): readonly [number, number] {
  const varianceOfFirst = m.meanSquare - m.mean ** 2;
  if (isVarianceFree) return [-mean / varianceOfFirst, 0];

  const covariance = m.cube - m.mean * m.square;
  const varianceOfSecond = m.fourth - m.square ** 2;
  const determinant = varianceOfFirst * varianceOfSecond - covariance ** 2;
  return [
    -(varianceOfSecond * mean - covariance * square) / determinant,
    -(varianceOfFirst * square - covariance * mean) / determinant,
  ];
}

/** The largest halving of a step that lowers the dual; null when none does. */
function descent({
  terms,
  a,
  b,
  stepA,
  stepB,
  bound,
}: {
  terms: readonly Term[];
  a: number;
  b: number;
  stepA: number;
  stepB: number;
  bound: number | null;
}): number | null {
  const dual = (x: number, y: number): number => logPartition(terms, x, y) - (bound === null ? 0 : y * bound);
  const start = dual(a, b);
  for (let scale = 1; scale > Number.EPSILON; scale /= 2) {
    if (dual(a + scale * stepA, b + scale * stepB) < start) return scale;
  }
  return null;
}

function sharesAt(terms: readonly Term[], a: number, b: number): readonly number[] {
  const total = logPartition(terms, a, b);
  return terms.map(({ first, second }) => Math.exp(a * first + b * second - total));
}

function logPartition(terms: readonly Term[], a: number, b: number): number {
  const exponents = terms.map(({ first, second }) => a * first + b * second);
  const largest = Math.max(...exponents);
  const sum = terms.reduce(
    (total, { weight }, index) => total + weight * Math.exp((exponents[index] ?? 0) - largest),
    0,
  );
  return largest + Math.log(sum);
}

function momentsOf(terms: readonly Term[], shares: readonly number[]): Moments {
  const expect = (value: (term: Term) => number): number =>
    terms.reduce((sum, term, index) => sum + term.weight * (shares[index] ?? 0) * value(term), 0);
  return {
    mean: expect(({ first }) => first),
    square: expect(({ second }) => second),
    meanSquare: expect(({ first }) => first ** 2),
    cube: expect(({ first, second }) => first * second),
    fourth: expect(({ second }) => second ** 2),
  };
}

function infeasible(): Error {
  return new Error(
    'No noise distribution satisfies these parameters: the variance or the values allowed leave none of mean zero. ' +
      'Raise V, lower js, or change pstay or mono.',
  );
}
