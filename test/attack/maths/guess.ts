import { rounded } from '../score.js';

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
  readonly standardError: number;
  readonly targets: number;
}

/**
 * Guess each count by its likeliest value, given the true distribution of all of them, or by the estimate taken at its
 * word: whichever of the two hits more often.
 */
export function hitsOf(clues: readonly Clue[]): Hits {
  const targets = clues.filter(({ truth }) => truth >= 1 && truth <= TARGET_MAX);
  const prior = Array.from({ length: TARGET_MAX + 1 }, (_, n) => targets.filter(({ truth }) => truth === n).length);
  const likeliest = targets.filter((clue) => likeliestOf(clue, prior) === clue.truth).length;
  const literal = targets.filter((clue) => literalOf(clue) === clue.truth).length;
  const hits = Math.max(likeliest, literal);
  const whole = Math.max(1, targets.length);
  const [exact, constant] = [hits / whole, Math.max(...prior) / whole];
  return {
    exact,
    constant,
    advantage: exact - constant,
    standardError: Math.sqrt((exact * (1 - exact)) / whole),
    targets: targets.length,
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
  const [hit, blind, gain, error] = [exact, constant, advantage, standardError].map(rounded);
  return `${hit} of ${targets} hidden counts exact, ${blind} by the best constant: advantage ${gain}, standard error ${error}`;
}
