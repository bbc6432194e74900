import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded chance: the same seed, the same story. */
export interface Chance {
  /** True with a probability. */
  readonly happens: (probability: number) => boolean;
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number;
  /** A key of the weights, as often as its weight says. */
  readonly pick: <Key extends string>(weights: Readonly<Partial<Record<Key, number>>>) => Key;
  /** Minutes around a median, skewed to the right as waiting times are. */
  readonly minutesAround: (median: number) => number;
}

const SPREAD = 0.7;

export function chanceFrom(seed: string): Chance {
  const generator = xoroshiro128plus(numberOf(seed));
  const uniform = (): number => uniformFloat64(generator);

  return {
    happens: (probability) => uniform() < probability,
    below: (count) => Math.floor(uniform() * count),
    pick: (weights) => pickFrom(Object.entries(weights) as [never, number][], uniform()),
    minutesAround: (median) => median * Math.exp(SPREAD * normalFrom(uniform(), uniform())),
  };
}

function pickFrom<Key>(entries: readonly (readonly [Key, number])[], share: number): Key {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = share * total;
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  const last = entries.at(-1);
  if (last === undefined) throw new Error('Nothing to pick from.');
  return last[0];
}

/** Box and Muller's transform of two uniform numbers. */
function normalFrom(one: number, other: number): number {
  return Math.sqrt(-2 * Math.log(1 - one)) * Math.cos(2 * Math.PI * other);
}

/** A 32-bit number of a text (FNV-1a). */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}
