import { describe, expect, it } from '@jest/globals';

import type { ReleaseMonth } from '../../../../schema/records/index.js';
import { draftMonths } from '../../../../server/release/index.js';

const places = ['a', 'b', 'c', 'd', 'e'].map((agencyId) => ({ agencyId, county: `WA/${agencyId}`, state: 'WA' }));

function month(agencyId: string, name: string, submissionId = 'first', epoch = 0): ReleaseMonth {
  return { agencyId, month: name, submissionId, epoch, notCollected: [] };
}

const released = ['a', 'b', 'c', 'd'].map((agencyId) => month(agencyId, '2025-03'));
const base = { throughMonth: '2025-03', months: released };
const drafted = (
  kind: 'ORDINARY' | 'REVISION',
  accepted: readonly ReleaseMonth[],
  { changed = [], from = base }: { changed?: readonly string[]; from?: typeof base } = {},
) => draftMonths({ kind, base: from, accepted, changedBlocks: new Set(changed), places });

describe('a draft', () => {
  it('of the first release takes every accepted month', () => {
    const { months, changes } = draftMonths({
      kind: 'ORDINARY',
      base: null,
      accepted: released,
      changedBlocks: new Set(),
      places,
    });
    expect(months).toEqual(released);
    expect(changes.map(({ change }) => change)).toEqual(['ADDED', 'ADDED', 'ADDED', 'ADDED']);
  });

  it('of an ordinary release adds later months only, and says what waits', () => {
    const accepted = [...released.slice(1), month('a', '2025-03', 'corrected'), month('a', '2025-04', 'second')];
    const { months, changes } = drafted('ORDINARY', accepted, { changed: ['a 2025'] });

    expect(months).toEqual([...released, month('a', '2025-04', 'second')]);
    expect(changes).toEqual([
      { change: 'WAITS', waitsFor: 'REVISION', agencyId: 'a', months: ['2025-03'] },
      { change: 'ADDED', agencyId: 'a', months: ['2025-04'] },
    ]);
  });

  it('of a revision puts a changed block under the keys of the next epoch, the months it adds too', () => {
    const accepted = [...released.slice(1), month('a', '2025-03', 'corrected'), month('a', '2025-04', 'second')];
    const { months, changes } = drafted('REVISION', accepted, { changed: ['a 2025'] });

    expect(months.filter(({ agencyId }) => agencyId === 'a')).toEqual([
      month('a', '2025-03', 'corrected', 1),
      month('a', '2025-04', 'second', 1),
    ]);
    expect(months.filter(({ agencyId }) => agencyId !== 'a')).toEqual(released.slice(1));
    expect(changes.map(({ change }) => change)).toEqual(['REVISED', 'ADDED']);
  });

  it('leaves a block that was revised twice as it is', () => {
    const twice = { ...base, months: [month('a', '2025-03', 'first', 2), ...released.slice(1)] };
    const accepted = [month('a', '2025-03', 'corrected'), ...released.slice(1)];
    const { months, changes } = drafted('REVISION', accepted, { changed: ['a 2025'], from: twice });

    expect(months).toEqual(twice.months);
    expect(changes).toEqual([{ change: 'SEALED', agencyId: 'a', months: ['2025-03'] }]);
  });

  it('lets one agency neither enter nor leave a pool of the past, and two together', () => {
    const one = drafted('REVISION', [...released, month('e', '2025-03')]);
    expect(one.changes).toEqual([{ change: 'WAITS', waitsFor: 'ANOTHER_AGENCY', agencyId: 'e', months: ['2025-03'] }]);
    expect(one.months).toEqual(released);

    const gone = drafted('REVISION', released.slice(1));
    expect(gone.changes).toEqual([{ change: 'WAITS', waitsFor: 'ANOTHER_AGENCY', agencyId: 'a', months: ['2025-03'] }]);
    expect(gone.months).toEqual(released);

    const both = drafted('REVISION', [...released.slice(1), month('e', '2025-03')]);
    expect(both.changes).toEqual([
      { change: 'LEFT', agencyId: 'a', months: ['2025-03'] },
      { change: 'ENTERED', agencyId: 'e', months: ['2025-03'] },
    ]);
    expect(both.months.map(({ agencyId }) => agencyId)).toEqual(['b', 'c', 'd', 'e']);
  });

  it('lets nobody move in an ordinary release', () => {
    const { changes } = drafted('ORDINARY', [...released.slice(1), month('e', '2025-03')]);
    expect(changes.map(({ change, waitsFor }) => [change, waitsFor])).toEqual([
      ['WAITS', 'REVISION'],
      ['WAITS', 'REVISION'],
    ]);
  });

  it('says in an ordinary release already that one agency waits for another, and that a sealed year stays', () => {
    const sealed = { ...base, months: [month('a', '2025-03', 'first', 2), ...released.slice(1)] };
    const accepted = [month('a', '2025-03', 'corrected'), ...released.slice(1), month('e', '2025-03')];
    const { changes } = drafted('ORDINARY', accepted, { changed: ['a 2025'], from: sealed });
    expect(changes).toEqual([
      { change: 'SEALED', agencyId: 'a', months: ['2025-03'] },
      { change: 'WAITS', waitsFor: 'ANOTHER_AGENCY', agencyId: 'e', months: ['2025-03'] },
    ]);
  });
});
