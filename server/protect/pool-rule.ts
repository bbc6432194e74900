import type { Pool, PoolVerdict, RawTable } from '../table/index.js';
import { monthsOf, rangeOf } from '../table/index.js';

/** Agencies a pool needs, with how many it shows one dimension at a time, and the largest part one of them may have. */
export const POOLS = { openFrom: 4, orderOneFrom: 3, shareMax: 0.75 } as const;

/**
 * Which pools hide each of their agencies from the others, who can all subtract their own rows.
 *
 * Judged on whole pools, never on cells, so that the verdict tells nothing of a cell.
 * Source: disclosure policy, section 2.6.
 *
 * @param raw one cell for every agency and month, with no other dimension.
 */
export function poolRule(raw: RawTable, pools: readonly Pool[]): (pool: Pool) => PoolVerdict {
  const counts = new Map(raw.cells.map((cell) => [nameOf(cell), raw.open(cell).n]));
  const verdicts = new Map(pools.map((pool) => [nameOf(pool), verdictOf(pool, counts)]));
  return (pool) => {
    const verdict = verdicts.get(nameOf(pool));
    if (verdict === undefined) throw new Error('A pool was asked about that was not judged.');
    return verdict;
  };
}

function verdictOf({ geography, time }: Pool, counts: ReadonlyMap<string, number>): PoolVerdict {
  const months = monthsOf(rangeOf(time));
  const sizes = geography.agencyIds
    .map((id) => months.reduce((sum, month) => sum + (counts.get(`AGENCY:${id} ${month}`) ?? 0), 0))
    .filter((size) => size > 0);
  const whole = sizes.reduce((sum, size) => sum + size, 0);

  if (sizes.length < POOLS.orderOneFrom || Math.max(...sizes) > POOLS.shareMax * whole) return 'CLOSED';
  return sizes.length < POOLS.openFrom ? 'ORDER_ONE' : 'OPEN';
}

function nameOf({ geography, time }: Pool): string {
  return `${geography.level}:${geography.id} ${time}`;
}
