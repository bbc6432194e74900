/** The published formulas, written again by a client who has nothing but the displayed counts. Policy, section 2.8. */

const Z = 1.959963984540054;

/** Displayed counts of one rate, with the variance that protection added to each. */
export interface Counts {
  readonly x: number;
  readonly n: number;
  readonly varianceX: number;
  readonly varianceN: number;
}

export interface Estimate {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Wilson's interval at the number of trials the noisy counts are worth. */
export function proportion({ x, n, varianceX, varianceN }: Counts): Estimate {
  const events = Math.min(x, n);
  const p = events / n;
  const tilde = (events + 2) / (n + 4);
  const trials = n / (1 + (varianceX + tilde ** 2 * varianceN) / (n * tilde * (1 - tilde)));
  const centre = p + Z ** 2 / (2 * trials);
  const spread = Z * Math.sqrt((p * (1 - p)) / trials + Z ** 2 / (4 * trials ** 2));
  const scale = 1 + Z ** 2 / trials;
  return { value: p, lower: (centre - spread) / scale, upper: (centre + spread) / scale };
}

/** Newcombe's hybrid of the two. */
export function difference(arm: Counts, baseline: Counts): Estimate {
  const [one, other] = [proportion(arm), proportion(baseline)];
  const value = one.value - other.value;
  return {
    value,
    lower: value - Math.hypot(one.value - one.lower, other.upper - other.value),
    upper: value + Math.hypot(one.upper - one.value, other.value - other.lower),
  };
}

/** The log-normal interval of the ratio, with what noise adds. */
export function ratio(arm: Counts, baseline: Counts): Estimate {
  const logVariance = ({ x, n, varianceX, varianceN }: Counts): number =>
    1 / Math.min(x, n) - 1 / n + varianceX / x ** 2 + varianceN / n ** 2;
  const value = proportion(arm).value / proportion(baseline).value;
  const factor = Math.exp(Z * Math.sqrt(logVariance(arm) + logVariance(baseline)));
  return { value, lower: value / factor, upper: value * factor };
}

/** Printed numbers have three significant digits. */
export function isPrintedAs(
  { value, lower, upper }: Estimate,
  seen: Readonly<Record<keyof Estimate, number | null>>,
): boolean {
  const isSame = (one: number, other: number | null): boolean => other !== null && Number(one.toPrecision(3)) === other;
  return isSame(value, seen.value) && isSame(lower, seen.lower) && isSame(upper, seen.upper);
}
