import binomial from '@stdlib/random-base-binomial';
import poisson from '@stdlib/random-base-poisson';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded draws: the same seed, the same tables. */
export interface Draws {
  readonly binomial: (trials: number, probability: number) => number;
  readonly poisson: (mean: number) => number;
  /** How many of `trials` fall in each class, by the probabilities of the classes. */
  readonly multinomial: (trials: number, probabilities: readonly number[]) => readonly number[];
  /** The sum of the record keys of some encounters. */
  readonly keySum: () => number;
}

const KEY_MODULUS = 2 ** 48;

export function drawsFrom(seed: number): Draws {
  const binomialFrom = binomial.factory({ seed });
  const poissonFrom = poisson.factory({ seed: seed + 1 });
  const keys = xoroshiro128plus(seed + 2);
  const among = (trials: number, probability: number): number => {
    if (trials === 0 || probability <= 0) return 0;
    return probability >= 1 ? trials : binomialFrom(trials, probability);
  };

  return {
    binomial: among,
    poisson: (mean) => poissonFrom(mean),
    multinomial: (trials, probabilities) => classesOf(trials, probabilities, among),
    keySum: () => Math.floor(uniformFloat64(keys) * KEY_MODULUS),
  };
}

function classesOf(trials: number, probabilities: readonly number[], among: Draws['binomial']): readonly number[] {
  let [left, leftProbability] = [trials, 1];
  return probabilities.map((probability, index) => {
    const isLast = index === probabilities.length - 1;
    const count = isLast ? left : among(left, probability / leftProbability);
    left -= count;
    leftProbability -= probability;
    return count;
  });
}
