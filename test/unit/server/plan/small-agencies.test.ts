import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { latticeOf, planOutcomes, poolsOf } from '../../../../server/plan/index.js';
import { lenses } from '../../../../server/protect/index.js';
import type { OutcomesQuestion } from '../../../../server/table/index.js';
import { plainQuestion } from '../../../support/plain-question.js';

const places = [
  { agencyId: 'a', county: 'OR/One', state: 'OR' },
  { agencyId: 'b', county: 'OR/One', state: 'OR' },
  { agencyId: 'c', county: 'OR/Two', state: 'OR' },
  { agencyId: 'd', county: 'WA/Three', state: 'WA' },
  { agencyId: 'e', county: 'WA/Three', state: 'WA' },
  { agencyId: 'f', county: 'WA/Four', state: 'WA' },
];
const extras = {
  yearSpans: { length: 3, origin: 2023 },
  peerGroups: [
    { id: 'rural', agencyIds: ['a', 'c', 'd', 'f'] },
    { id: 'all-of-one', agencyIds: ['b'] },
  ],
};
const everybody = new Set(places.map(({ agencyId }) => agencyId));
const lattice = latticeOf(places, { from: '2022-01', through: '2026-06' }, extras);
const everything = { AGENCY: 'MONTH', COUNTY: 'MONTH', STATE: 'MONTH', REGION: 'MONTH', PEER_GROUP: 'MONTH' } as const;

function planned(asked: Partial<OutcomesQuestion>, finestGrain: typeof lenses.RESEARCHER.finestGrain = everything) {
  return planOutcomes(
    { ...plainQuestion, ...asked },
    {
      lattice,
      lens: { ...lenses.RESEARCHER, finestGrain },
      visibleAgencies: everybody,
      verdictOn: () => 'OPEN',
      mayConcentrate: false,
    },
  );
}

function cellsOf(asked: Partial<OutcomesQuestion>): readonly string[] {
  const plan = planned(asked);
  if ('kind' in plan) throw new Error(plan.message);
  return plan.rows.flatMap(({ encounters }) => encounters.map(({ id }) => id));
}

const nodes = {};
const year = { from: '2024', to: '2024' };

describe('years together', () => {
  it('are one cell where the period is exactly a closed span of years', () => {
    expect(cellsOf({ period: { from: '2023', to: '2025' } })).toEqual(['REGION:region|2023-2025']);
    expect(cellsOf({ period: { from: '2023-01', to: '2025-12' } })).toEqual(['REGION:region|2023-2025']);
    expect(cellsOf({ period: { from: '2023-2025', to: '2023-2025' } })).toEqual(['REGION:region|2023-2025']);
  });

  it('do not slide: any other three years are three cells', () => {
    expect(cellsOf({ period: { from: '2022', to: '2024' } })).toEqual([
      'REGION:region|2022',
      'REGION:region|2023',
      'REGION:region|2024',
    ]);
  });

  it('are no cell before every year of them is closed', () => {
    expect(cellsOf({ by: ['YEARS'] })).toEqual([
      'REGION:region|2022',
      'REGION:region|2023-2025',
      'REGION:region|2026-Q1',
      'REGION:region|2026-Q2',
    ]);
    expect(lattice.yearsAround('2024')).toBe('2023-2025');
    expect(lattice.yearsAround('2026')).toBeNull();
  });

  it('do not exist in a release from before there were any', () => {
    const old = latticeOf(places, { from: '2023-01', through: '2025-12' });
    expect(old.time.childrenOf('*')).toEqual(['2023', '2024', '2025']);
    expect(old.peers.childrenOf('*')).toEqual([]);
  });

  it('are judged as pools', () => {
    expect(poolsOf(lattice).some(({ time }) => time === '2023-2025')).toBe(true);
    expect(poolsOf(lattice).some(({ time }) => time === '2026-2028')).toBe(false);
  });
});

describe('a peer group', () => {
  it('is one cell, whether asked as a group or as the list of its members', () => {
    const asGroup = cellsOf({ where: { nodes, peerGroups: ['rural'] }, period: year });
    expect(asGroup).toEqual(['PEER_GROUP:rural|2024']);
    expect(cellsOf({ where: { nodes, agencies: ['a', 'c', 'd', 'f'] }, period: year })).toEqual(asGroup);
    expect(cellsOf({ by: ['PEER_GROUP'], period: year })).toEqual(['AGENCY:b|2024', ...asGroup]);
  });

  it('changes nothing for any other set of agencies', () => {
    const plain = latticeOf(places, { from: '2022-01', through: '2026-06' }, { yearSpans: extras.yearSpans });
    const agencyIds = places.map(({ agencyId }) => agencyId);
    fc.assert(
      fc.property(fc.subarray(agencyIds, { minLength: 1 }), (agencies) => {
        fc.pre(agencies.join() !== 'a,c,d,f');
        const asked = { where: { nodes, agencies }, period: year };
        const without = planOutcomes(
          { releaseId: null, except: { nodes: {} }, by: [], measures: [], ...asked },
          {
            lattice: plain,
            lens: { ...lenses.RESEARCHER, finestGrain: everything },
            visibleAgencies: everybody,
            verdictOn: () => 'OPEN',
            mayConcentrate: false,
          },
        );
        if ('kind' in without) throw new Error(without.message);
        expect(cellsOf(asked)).toEqual(without.rows.flatMap(({ encounters }) => encounters.map(({ id }) => id)));
      }),
    );
  });

  it('of one agency of the release is that agency', () => {
    expect(cellsOf({ where: { nodes, peerGroups: ['all-of-one'] }, period: year })).toEqual(['AGENCY:b|2024']);
  });

  it.each([
    { name: 'a state', asked: { where: { nodes, peerGroups: ['rural'], states: ['OR'] } } },
    { name: 'a county axis', asked: { where: { nodes, peerGroups: ['rural'] }, by: ['COUNTY'] } },
    { name: 'a place left out', asked: { by: ['PEER_GROUP'], except: { nodes, agencies: ['a'] } } },
    { name: 'the rest of the region', asked: { except: { nodes, peerGroups: ['rural'] } } },
  ])('is refused beside $name', ({ asked }) => {
    expect(planned(asked)).toMatchObject({ kind: 'REFUSED', reason: 'PEER_GROUP_MIXED' });
  });

  it('that the release does not have is nobody’s mistake but the asker’s', () => {
    expect(() => planned({ where: { nodes, peerGroups: ['urban'] } })).toThrow('no place called urban');
    expect(() => planned({ where: { nodes, peerGroups: ['a'] } })).toThrow('no place called a');
  });

  it('has its own finest period', () => {
    const asked = { where: { nodes, peerGroups: ['rural'] }, period: { from: '2024-Q1', to: '2024-Q1' } };
    expect(planned(asked, lenses.PUBLIC.finestGrain)).toMatchObject({ reason: 'TIME_GRAIN_NOT_ALLOWED' });
    expect(planned(asked, lenses.RESEARCHER.finestGrain)).not.toHaveProperty('reason');
  });

  it('is told of an agency, for those who look for a place large enough', () => {
    expect(lattice.peerGroupOf('a')).toBe('rural');
    expect(lattice.peerGroupOf('e')).toBeNull();
  });
});
