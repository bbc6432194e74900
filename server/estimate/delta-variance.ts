/** A displayed count with the variance protection added to it. An exact one has none. */
export interface NoisyInput {
  readonly value: number;
  readonly variance: number;
}

/**
 * What the protection noise in its inputs adds to the variance of any statistic.
 *
 * Every input is moved by half an encounter either way and the statistic computed again: V_j (theta(x_j + 1/2) -
 * theta(x_j - 1/2))^2, summed. Preferred to derivatives by hand because one rule serves every statistic, and the answer is
 * never further off than the noise is small beside the counts.
 *
 * Source: disclosure policy, section 2.8 (the generic delta term).
 *
 * @returns null where the statistic is undefined half an encounter away: its variance cannot be told.
 */
export function deltaVariance(
  inputs: readonly NoisyInput[],
  theta: (values: readonly number[]) => number | null,
): number | null {
  const values = inputs.map(({ value }) => value);
  let sum = 0;
  for (const [index, { value, variance }] of inputs.entries()) {
    if (variance === 0) continue;
    const [above, below] = [theta(values.with(index, value + 0.5)), theta(values.with(index, value - 0.5))];
    if (above === null || below === null) return null;
    sum += variance * (above - below) ** 2;
  }
  return sum;
}
