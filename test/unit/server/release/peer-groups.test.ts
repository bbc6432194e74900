import { describe, expect, it } from '@jest/globals';

import type { ReleaseMonth } from '../../../../schema/records/index.js';
import { draftMonths, keySetsIn, keySetsMax, loneMover, withoutSlivers } from '../../../../server/release/index.js';

const place = (agencyId: string, state: string) => ({ agencyId, county: `${state}/${agencyId}`, state });
/** Four states of five agencies each, every agency a county: `0a` to `3e`. */
const places = ['0', '1', '2', '3'].flatMap((state) => ['a', 'b', 'c', 'd', 'e'].map((id) => place(state + id, state)));
const group = (id: string, agencyIds: readonly string[]) => ({ id, label: id, basis: id, agencyIds });
const month = (agencyId: string, epoch = 0, name = '2025-03'): ReleaseMonth => ({
  agencyId,
  month: name,
  submissionId: 's',
  epoch,
  notCollected: [],
});

describe('a peer group', () => {
  it.each([
    { name: 'of agencies spread over the states', agencyIds: ['0a', '1a', '2a', '3a'], isPublished: true },
    { name: 'that is a whole state', agencyIds: ['0a', '0b', '0c', '0d', '0e'], isPublished: true },
    { name: 'of all but one agency of a state', agencyIds: ['0a', '0b', '0c', '0d'], isPublished: false },
    { name: 'of a state and one agency more', agencyIds: ['0a', '0b', '0c', '0d', '0e', '1a'], isPublished: false },
    {
      name: 'of a state and four more',
      agencyIds: ['0a', '0b', '0c', '0d', '0e', '1a', '2a', '3a', '1b'],
      isPublished: true,
    },
  ])('$name is published: $isPublished', ({ agencyIds, isPublished }) => {
    expect(withoutSlivers([group('g', agencyIds)], places)).toHaveLength(isPublished ? 1 : 0);
  });

  it('is not published where it gives a few agencies away together with another group only', () => {
    const first = group('first', ['0a', '0b', '1a', '1b']);
    const second = group('second', ['0c', '0d', '1c', '1d']);
    expect(withoutSlivers([first, second], places).map(({ id }) => id)).toEqual(['first']);
    expect(withoutSlivers([second], places)).toHaveLength(1);
  });

  it('changes by two agencies or none', () => {
    const members = ['a', 'b', 'c', 'd', 'e', 'f'];
    const months = members.map((id) => month(id));
    const panel = (agencyIds: readonly string[]) => ({ peerGroups: [group('g', agencyIds)], months });
    const before = panel(['a', 'b', 'c', 'd']);

    expect(loneMover(before, panel(['a', 'b', 'c', 'd', 'e']))).toBe('e');
    expect(loneMover(before, panel(['a', 'b', 'c']))).toBe('d');
    expect(loneMover(before, panel(members))).toBeNull();
    expect(loneMover(before, { peerGroups: [], months })).toBeNull();
  });

  it('that would change by two, of which one has nothing released, changes by one', () => {
    const months = ['a', 'b', 'c', 'd', 'e'].map((id) => month(id));
    const before = { peerGroups: [group('g', ['a', 'b', 'c', 'd'])], months };
    const after = { peerGroups: [group('g', ['a', 'b', 'c', 'd', 'e', 'silent'])], months };
    expect(loneMover(before, after)).toBe('e');
  });

  it('keeps its panel of past years when a single member enters them, like any pool', () => {
    const old = ['0a', '1a', '2a', '3a', '0b', '1b'].map((id) => month(id));
    const accepted = [...old, month('2b'), month('3b')];
    const drafted = (agencyIds: readonly string[]) =>
      draftMonths({
        kind: 'REVISION',
        base: { throughMonth: '2025-03', months: old },
        accepted,
        changedBlocks: new Set(),
        places: places.map((own) => ({ ...own, state: 'WA' })),
        peerGroups: [group('g', agencyIds)],
      }).changes.map(({ change, agencyId }) => `${change} ${agencyId}`);

    expect(drafted(['0a', '1a', '2a', '3a'])).toEqual(['ENTERED 2b', 'ENTERED 3b']);
    expect(drafted(['0a', '1a', '2a', '3a', '2b'])).toEqual(['WAITS 2b', 'WAITS 3b']);
  });
});

describe('one person’s keys', () => {
  const block = (agencyId: string, year: string, epoch: number) => ({ agencyId, year, epoch, commitment: '' });
  const blocks = [block('a', '2023', 1), block('a', '2024', 0), block('a', '2025', 0), block('b', '2023', 0)];
  const cell = (agencyIds: readonly string[], time: string) => ({
    geography: { level: 'REGION', id: 'region', agencyIds } as const,
    time,
  });

  it('are as many as the years of an agency have numbers of revisions, and one within a year', () => {
    const keySets = keySetsIn({ blocks });
    expect(keySets(cell(['a'], '2023-2025'))).toBe(2);
    expect(keySets(cell(['a'], '2024'))).toBe(1);
    expect(keySets(cell(['b'], '2023-2025'))).toBe(1);
    expect(keySets(cell(['a', 'b'], '2023-2025'))).toBe(2);
    expect(keySetsMax({ blocks })).toBe(2);
  });
});
