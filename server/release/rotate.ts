import type { ReleaseMonth } from '../../schema/records/index.js';

import { blockNameOf } from './blocks.js';
import type { ReleaseBase } from './blocks.js';
import { changesOf, isSealed } from './draft.js';
import type { Drafted } from './draft.js';

/** Agency-years that no new keys may be given to, because they were twice already. */
export function sealedBlocks({ months }: Pick<ReleaseBase, 'months'>): readonly string[] {
  return [...new Set(months.filter(isSealed).map(blockNameOf))].toSorted();
}

/**
 * The draft of a revision with every released block under the keys of its next epoch, changed or not: what new secrets
 * need. Source: disclosure policy, section 2.17.
 */
export function rotated({ months, changes }: Drafted, base: Pick<ReleaseBase, 'months'>): Drafted {
  const epochs = new Map(base.months.map((month) => [blockNameOf(month), month.epoch]));
  const isUnchanged = (month: ReleaseMonth): boolean => epochs.get(blockNameOf(month)) === month.epoch;

  return {
    months: months.map((month) => (isUnchanged(month) ? { ...month, epoch: month.epoch + 1 } : month)),
    changes: [...changes, ...changesOf('REVISED', months.filter(isUnchanged))],
  };
}
