import type { Store } from '../store/index.js';
import { RawTable, cellOf } from '../table/index.js';
import type { RawCount } from '../table/index.js';

/** The encounters of every agency and month of a release, counted once when it was published: what pools are judged by. */
export async function agencyMonthSizes(releaseId: string, store: Store): Promise<RawTable> {
  const sizes = await store.releases.sizesOf(releaseId);
  const counted = sizes.map(({ agencyId, month, encounters }) => {
    const geography = { level: 'AGENCY', id: agencyId, agencyIds: [agencyId] } as const;
    const count: RawCount = { n: encounters, keySum: 0, persons: null };
    return { cell: cellOf({ geography, time: month, nodes: [] }), count };
  });
  return new RawTable(
    counted.map(({ cell }) => cell),
    new Map(counted.map(({ cell, count }) => [cell.id, count])),
  );
}
