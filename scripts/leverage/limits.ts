import type { LevelCost } from './measured.js';

/**
 * Least share of its variance a cell keeps when new nodes come: as much as a quarter keeps among its months and its year,
 * which the policy accepts. All new nodes together may cost no cell more. Source: disclosure policy, section 3.2.
 */
export const KEPT_MIN = 0.61;

/** What the worst suppressed cell of at most two dimensions keeps. Source: disclosure policy, section 3.3. */
export const HIDDEN_ORDER_TWO = 0.72;

/** What the levels of time leave of a cell of each. Source: disclosure policy, section 3.2. */
export const TIME_LEVELS = { MONTH: 0.73, QUARTER: 0.61, YEAR: 0.75, YEARS: 1 } as const;

/**
 * Least variance a suppressed cell of two dimensions keeps, in V: what the policy accepts of the worst one of three, .51
 * in a quarter, .61 of it. Source: disclosure policy, sections 2.9, 3.2 and 3.3.
 */
export const HIDDEN_MIN = 0.31;

/** What a suppressed cell of two dimensions keeps at least, in V, once the new nodes are there. */
export function hiddenKept({ time, kept }: Pick<LevelCost, 'time' | 'kept'>): number {
  return HIDDEN_ORDER_TWO * TIME_LEVELS[time] * kept;
}

/** Every level that the new nodes cost more than the limits allow, in words. */
export function excesses(costs: readonly LevelCost[], keptMin = KEPT_MIN): readonly string[] {
  return costs.flatMap((cost) => [
    ...(cost.kept < keptMin ? [`${nameOf(cost)} keeps ${cost.kept.toFixed(3)}, less than ${keptMin}`] : []),
    ...(hiddenKept(cost) < HIDDEN_MIN
      ? [`a suppressed cell of ${nameOf(cost)} keeps ${hiddenKept(cost).toFixed(3)} V, less than ${HIDDEN_MIN}`]
      : []),
  ]);
}

function nameOf({ place, time }: LevelCost): string {
  return `${place} by ${time}`;
}
