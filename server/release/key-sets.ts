import type { ReleaseManifest } from '../../schema/records/index.js';
import { monthsOf, rangeOf, yearOf } from '../table/index.js';
import type { Cell } from '../table/index.js';

import { blockName, epochsOf } from './blocks.js';

/** What says under which keys the years of agencies are published. */
type Keyed = Pick<ReleaseManifest, 'blocks'>;

/**
 * Most keys one person has in a cell.
 *
 * A person keeps one key in all years of an agency that were revised equally often, and has one for each number of
 * revisions otherwise: one within a year. Another agency's key is another person, by definition.
 */
export function keySetsIn({ blocks }: Keyed): (cell: Pick<Cell, 'geography' | 'time'>) => number {
  const epochs = epochsOf(blocks);
  return ({ geography, time }) => {
    const years = [...new Set(monthsOf(rangeOf(time)).map(yearOf))];
    if (years.length === 1) return 1;

    const sets = geography.agencyIds.map(
      (agencyId) => new Set(years.flatMap((year) => epochs.get(blockName({ agencyId, year })) ?? [])).size,
    );
    return Math.max(1, ...sets);
  };
}

/** Most keys one person has in a whole release. */
export function keySetsMax({ blocks }: Keyed): number {
  const epochs = new Map<string, Set<number>>();
  for (const { agencyId, epoch } of blocks) epochs.set(agencyId, (epochs.get(agencyId) ?? new Set()).add(epoch));
  return Math.max(1, ...[...epochs.values()].map(({ size }) => size));
}
