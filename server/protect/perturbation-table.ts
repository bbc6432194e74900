import { maximumEntropy } from './maximum-entropy.js';
import type { Term } from './maximum-entropy.js';

/** What a table is made from: largest noise, largest variance, and the small results `1..js` it never produces. */
export interface PerturbationParameters {
  readonly D: number;
  readonly V: number;
  readonly js: number;
  /** Probability of no noise, for every row or row by row from count 1; left to the optimum when absent. */
  readonly pstay?: number | readonly number[] | null;
  /** Whether noise of at most zero must be likelier the smaller it is; row by row from count 1, or for all. */
  readonly mono?: boolean | readonly boolean[];
}

/** One noise value of one row and its probability. */
export interface PerturbationEntry {
  readonly count: number;
  readonly noise: number;
  readonly probability: number;
}

/**
 * The noise distribution of every count: unbiased, of variance at most V, within D, and otherwise as uncertain as can be.
 *
 * Row i is for a true count of i; the last row, D + js + 1 or D, is for all counts from there. Runs when the policy
 * changes, never at request time. Source: disclosure policy, section 2.5; Giessing (2016) and the R package ptable.
 *
 * @throws when no distribution satisfies the parameters.
 */
export function perturbationTable(parameters: PerturbationParameters): readonly PerturbationEntry[] {
  const { D, js } = parameters;
  const lastCount = js === 0 ? D : D + js + 1;
  const counts = Array.from({ length: lastCount }, (_, index) => index + 1);
  const nothing = { count: 0, noise: 0, probability: 1 };

  return [nothing, ...counts.flatMap((count) => rowOf(count, parameters))];
}

function rowOf(count: number, { D, V, js, pstay, mono }: PerturbationParameters): readonly PerturbationEntry[] {
  const lowest = -Math.min(count, D);
  const noises = Array.from({ length: D - lowest + 1 }, (_, index) => lowest + index).filter(
    (noise) => count + noise <= 0 || count + noise > js,
  );
  const isMonotone = typeof mono === 'object' ? (mono[count - 1] ?? true) : (mono ?? true);
  const stays = typeof pstay === 'object' ? (pstay?.[count - 1] ?? null) : (pstay ?? null);

  const probabilities =
    stays === null || !noises.includes(0)
      ? solved({ noises, V, isMonotone, mass: 1 })
      : solvedAround(stays, { noises, V, isMonotone });
  return noises.map((noise) => ({ count, noise, probability: probabilities.get(noise) ?? 0 }));
}

interface Problem {
  readonly noises: readonly number[];
  readonly V: number;
  readonly isMonotone: boolean;
  readonly mass: number;
}

/** The same with the probability of no noise given: the rest share what is left. */
function solvedAround(stays: number, problem: Omit<Problem, 'mass'>): ReadonlyMap<number, number> {
  const moving = problem.noises.filter((noise) => noise !== 0);
  return new Map(solved({ ...problem, noises: moving, mass: 1 - stays })).set(0, stays);
}

/** Pool neighbours whose probabilities come out in the wrong order until none do. */
function solved({ noises, V, isMonotone, mass }: Problem): ReadonlyMap<number, number> {
  let pools: readonly (readonly number[])[] = noises.map((noise) => [noise]);

  for (;;) {
    const probabilities = maximumEntropy(pools.map(termOf), { mass, varianceMax: V });
    const violator = isMonotone ? firstViolator(pools, probabilities) : -1;
    if (violator === -1) {
      return new Map(pools.flatMap((pool, index) => pool.map((noise) => [noise, probabilities[index] ?? 0] as const)));
    }
    pools = merged(pools, violator);
  }
}

function termOf(pool: readonly number[]): Term {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { weight: pool.length, first: mean(pool), second: mean(pool.map((noise) => noise * noise)) };
}

const ORDER_TOLERANCE = 1e-12;

/** First pool at or below zero that is likelier than the next one up; -1 when the order is right. */
function firstViolator(pools: readonly (readonly number[])[], probabilities: readonly number[]): number {
  return pools.findIndex((_, index) => {
    const next = pools[index + 1];
    const isBelow = next !== undefined && (next[0] ?? 1) <= 0;
    return isBelow && (probabilities[index] ?? 0) > (probabilities[index + 1] ?? 0) + ORDER_TOLERANCE;
  });
}

function merged(pools: readonly (readonly number[])[], index: number): readonly (readonly number[])[] {
  return [...pools.slice(0, index), [...(pools[index] ?? []), ...(pools[index + 1] ?? [])], ...pools.slice(index + 2)];
}
