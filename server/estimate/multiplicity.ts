/**
 * Holm's step-down adjustment of several tests' probabilities, in the order given.
 *
 * An adjusted probability below 5 % may be called a difference with at most a 5 % chance that any such call of the family
 * is false. Preferred to Bonferroni because it is never weaker and asks nothing more.
 *
 * Source: Holm (1979), Scand. J. Stat. 6, 65-70.
 *
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = ranked(pValues);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let floor = 0;
  for (const [rank, index] of order.entries()) {
    floor = Math.max(floor, Math.min(1, (pValues.length - rank) * (pValues[index] ?? 1)));
    adjusted[index] = floor;
  }
  return adjusted;
}

/**
 * Benjamini and Hochberg's step-up adjustment of several tests' probabilities, in the order given.
 *
 * Calling every adjusted probability below 5 % a difference lets at most 5 % of such calls be false, on average. Weaker a
 * promise than Holm's, and so it finds more; for looking around, not for deciding.
 *
 * Source: Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57, 289-300.
 *
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  const count = pValues.length;
  const adjusted = new Array<number>(count).fill(1);
  let ceiling = 1;
  for (const [rank, index] of [...ranked(pValues).entries()].toReversed()) {
    ceiling = Math.min(ceiling, (count / (rank + 1)) * (pValues[index] ?? 1));
    adjusted[index] = ceiling;
  }
  return adjusted;
}

/** Positions from the smallest probability to the largest. */
function ranked(pValues: readonly number[]): readonly number[] {
  return pValues.map((_, index) => index).toSorted((one, other) => (pValues[one] ?? 1) - (pValues[other] ?? 1));
}
