import { describe, expect, it } from '@jest/globals';

import type { ReleaseMonth } from '../../../../schema/records/index.js';
import { rotated, sealedBlocks } from '../../../../server/release/index.js';

function month(agencyId: string, name: string, epoch = 0): ReleaseMonth {
  return { agencyId, month: name, submissionId: `${agencyId} ${name}`, epoch, notCollected: [] };
}

describe('a rotation', () => {
  const base = { months: [month('a', '2025-01'), month('b', '2024-12', 1), month('c', '2025-01')] };

  it('puts every block under the keys of its next epoch, and those a revision changed under no further ones', () => {
    const [unchanged, revisedOnce, changed] = base.months;
    const entered = month('d', '2025-01');
    const drafted = {
      months: [unchanged, revisedOnce, { ...changed, epoch: 1 }, entered] as ReleaseMonth[],
      changes: [{ change: 'REVISED', agencyId: 'c', months: ['2025-01'] } as const],
    };

    const { months, changes } = rotated(drafted, base);
    expect(months.map(({ agencyId, epoch }) => [agencyId, epoch])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 1],
      ['d', 0],
    ]);
    expect(changes.map(({ change, agencyId }) => `${change} ${agencyId}`)).toEqual([
      'REVISED c',
      'REVISED a',
      'REVISED b',
    ]);
  });

  it('finds the blocks that were revised twice', () => {
    const months = [month('a', '2025-01', 2), month('a', '2025-02', 2), month('b', '2025-01', 1)];
    expect(sealedBlocks({ months })).toEqual(['a 2025']);
  });
});
