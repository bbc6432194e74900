import type { Lens } from '../../server/table/index.js';

import type { Draws } from './draws.js';

/** A method under test in one world: what it estimates, and how one look at that world comes out. */
export interface Simulated {
  /** Such as `difference of rates`. */
  readonly method: string;
  /** The world in a few words, such as `100 in an arm, rate 0.3, halved`. */
  readonly world: string;
  /** What is estimated. */
  readonly truth: number;
  /** The value an interval must not exclude where there is no effect; null in a world with one. */
  readonly nothing: number | null;
  readonly look: (draws: Draws, lens: Lens) => Shown | null;
}

/** An estimate as shown; a look with none is null. */
export interface Shown {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** What many looks came to. */
export interface Measured {
  readonly method: string;
  readonly world: string;
  /** Share of looks with an estimate. */
  readonly shown: number;
  /** Mean of the estimates less the truth, of those shown; null without any. */
  readonly bias: number | null;
  /** Share of shown intervals with the truth in them. */
  readonly coverage: number | null;
  /** Share of shown intervals that exclude no effect where there is none. */
  readonly falseAlarms: number | null;
}

/** Fewest shown estimates a share of them is given for. */
const SHOWN_MIN = 200;

export function measured(
  { method, world, truth, nothing, look }: Simulated,
  { looks, draws, lens }: { looks: number; draws: Draws; lens: Lens },
): Measured {
  const shown = Array.from({ length: looks }, () => look(draws, lens)).filter((found) => found !== null);
  const share = (holds: (found: Shown) => boolean): number | null =>
    shown.length < SHOWN_MIN ? null : shown.filter(holds).length / shown.length;
  const excludes =
    (value: number) =>
    ({ lower, upper }: Shown) =>
      value < lower || value > upper;

  return {
    method,
    world,
    shown: shown.length / looks,
    bias: shown.length < SHOWN_MIN ? null : shown.reduce((sum, { value }) => sum + value - truth, 0) / shown.length,
    coverage: share((found) => !excludes(truth)(found)),
    falseAlarms: nothing === null ? null : share(excludes(nothing)),
  };
}
