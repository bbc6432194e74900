import type { DisplayedSum, Lens } from '../../table/index.js';

/** A displayed count, or what stands for a suppressed one, with the variance of its difference to the truth. */
export interface Input {
  readonly count: number;
  readonly variance: number;
}

/**
 * A count for a model that needs every cell.
 *
 * For a suppressed one stands half the threshold, with the variance of a number anywhere below it: what everybody knows of
 * it, and nothing more. It is never more than half of the `whole` it is a part of. Of a sum with shown parts, those count.
 */
export function inputFrom(sum: DisplayedSum, { threshold }: Pick<Lens, 'threshold'>, whole?: Input): Input {
  if (sum.status === 'SHOWN') return { count: sum.count, variance: sum.variance };

  const { atLeast, suppressedComponents } = sum;
  const standing = atLeast + (suppressedComponents * threshold) / 2;
  return {
    count: Math.min(standing, Math.max(atLeast, (whole?.count ?? 2 * standing) / 2)),
    variance: (suppressedComponents * (threshold ** 2 - 1)) / 12,
  };
}
