/** Counts an attacker wants: hidden, and there. */
export const TARGET_MAX = 10;
export const NOISE_VARIANCE = 5;

/** What is known of one hidden count: how well an estimate of it fits each value from 1 to 10. */
export interface Clue {
  readonly name: string;
  readonly truth: number;
  /** Estimates of the count, each with the variance of its error. */
  readonly estimates: readonly { readonly value: number; readonly variance: number }[];
}

/** How often guesses hit, and how often the best constant guess would have. */
export interface Hits {
  readonly exact: number;
  readonly constant: number;
  readonly advantage: number;
  /** Of the advantage. Counts of one region hang together, so with several regions it is that of their sums. */
  readonly standardError: number;
  readonly targets: number;
}

/**
 * Guess each count by its likeliest value, given the true distribution of all of them, or by the estimate taken at its
 * word: whichever of the two hits more often.
 *
 * The distribution is that of the counts guessed at, so of a handful of them it says too much: put regions together.
 *
 * @param regions the clues of each region.
 */
export function hitsOf(...regions: readonly (readonly Clue[])[]): Hits {
  const targets = regions.map((clues) => clues.filter(({ truth }) => truth >= 1 && truth <= TARGET_MAX));
  const all = targets.flat();
  const prior = Array.from({ length: TARGET_MAX + 1 }, (_, n) => all.filter(({ truth }) => truth === n).length);
  const ways = [(clue: Clue): number => likeliestOf(clue, prior), literalOf];
  const hitsBy = (guess: (clue: Clue) => number): number => all.filter((clue) => guess(clue) === clue.truth).length;
  const guess = ways.reduce((best, way) => (hitsBy(way) > hitsBy(best) ? way : best));

  const whole = Math.max(1, all.length);
  const constant = prior.indexOf(Math.max(...prior));
  const gain = (clue: Clue): number => Number(guess(clue) === clue.truth) - Number(clue.truth === constant);
  const advantage = all.reduce((sum, clue) => sum + gain(clue), 0) / whole;
  const groups = targets.length > 1 ? targets : all.map((clue) => [clue]);
  const spread = groups.map((group) => group.reduce((sum, clue) => sum + gain(clue) - advantage, 0));
  return {
    exact: hitsBy(guess) / whole,
    constant: Math.max(...prior) / whole,
    advantage,
    standardError: Math.sqrt(spread.reduce((sum, part) => sum + part ** 2, 0)) / whole,
    targets: all.length,
  };
}

function likeliestOf({ estimates }: Clue, prior: readonly number[]): number {
  const fit = (n: number): number =>
    Math.log(prior[n] ?? 0) -
    estimates.reduce((sum, { value, variance }) => sum + (value - n) ** 2 / (2 * variance), 0);
  return prior.map((_, n) => n).reduce((best, n) => (fit(n) > fit(best) ? n : best), 1);
}

function literalOf({ estimates }: Clue): number {
  const weights = estimates.map(({ variance }) => 1 / variance);
  const sum = estimates.reduce((total, { value }, index) => total + value * (weights[index] ?? 0), 0);
  return Math.round(sum / weights.reduce((total, weight) => total + weight, 0));
}

/** The advantage a real build may give: a twentieth, and twice its standard error. */
export const ADVANTAGE_MAX = 0.05;

export function isHarmless({ advantage, standardError }: Hits): boolean {
  return advantage <= ADVANTAGE_MAX + 2 * standardError;
}

export function sentence({ exact, constant, advantage, standardError, targets }: Hits): string {
  const [hit, blind, gain, error] = [exact, constant, advantage, standardError].map((value) =>
    Number(value.toPrecision(3)),
  );
  return `${hit} of ${targets} hidden counts exact, ${blind} by the best constant: advantage ${gain}, standard error ${error}`;
}
