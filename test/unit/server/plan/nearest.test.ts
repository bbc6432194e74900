import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  latticeOf,
  nearestQuestion,
  noRowPermitted,
  outlineOf,
  planOutcomes,
  showsSomething,
} from '../../../../server/plan/index.js';
import type { Judge } from '../../../../server/plan/index.js';
import { lenses } from '../../../../server/protect/index.js';
import type { LensName, OutcomesQuestion, Pool, PoolVerdict } from '../../../../server/table/index.js';
import { boldQuestions } from '../../../support/arbitraries.js';

/** Washington has five agencies in two counties, Oregon two in one, and Idaho one. */
const places = [
  ...['a', 'b', 'c', 'd'].map((name) => ({ agencyId: `king-${name}`, county: 'WA/King', state: 'WA' })),
  { agencyId: 'pierce-a', county: 'WA/Pierce', state: 'WA' },
  ...['a', 'b'].map((name) => ({ agencyId: `lane-${name}`, county: 'OR/Lane', state: 'OR' })),
  { agencyId: 'ada-a', county: 'ID/Ada', state: 'ID' },
];
/** Two years and seven months: the last quarter is not whole. */
const lattice = latticeOf(places, { from: '2023-01', through: '2025-07' });

function verdictOn({ geography: { agencyIds } }: Pool): PoolVerdict {
  if (agencyIds.length < 3) return 'CLOSED';
  return agencyIds.length === 3 ? 'ORDER_ONE' : 'OPEN';
}

/** Judges as the house does, but for the quota; counts how often. */
function judgeAs(lens: LensName, seen = lattice): { readonly judge: Judge; readonly times: () => number } {
  let times = 0;
  const context = { lattice: seen, lens: lenses[lens], verdictOn, mayConcentrate: false };
  const judge: Judge = (question) => {
    times += 1;
    const sketch = outlineOf(question, { ...context, visibleAgencies: new Set(), wholeAxes: [] });
    const refused = 'kind' in sketch ? sketch : showsSomething(sketch) ? null : noRowPermitted();
    return { question, planned: [{ question, lens: lenses[lens] }], ownAgency: null, refused };
  };
  return { judge, times: () => times };
}

/** What becomes of a question when it is planned with every row of it: a reason, or that something is shown. */
function whenPlanned(question: OutcomesQuestion, lens: LensName): string {
  const context = { lattice, lens: lenses[lens], verdictOn, mayConcentrate: false, visibleAgencies: new Set<string>() };
  const plan = planOutcomes(question, context);
  if ('kind' in plan) return plan.reason;
  const isShown = plan.rows.some(
    ({ isPermitted, measures }) =>
      isPermitted && (measures.length === 0 || measures.some((measure) => measure.isPermitted)),
  );
  return isShown ? 'SHOWN' : 'NO_ROW_PERMITTED';
}

const plain: OutcomesQuestion = {
  releaseId: null,
  where: { nodes: {} },
  except: { nodes: {} },
  period: { from: '2024', to: '2024' },
  by: [],
  measures: [],
};

const cases: readonly { lens: LensName; asked: Partial<OutcomesQuestion>; changes: readonly string[] | null }[] = [
  {
    lens: 'RESEARCHER',
    asked: { by: ['RESPONSE_MODEL', 'MONTH'] },
    changes: ['by RESPONSE_MODEL, QUARTER instead of by RESPONSE_MODEL, MONTH'],
  },
  {
    lens: 'RESEARCHER',
    asked: { period: { from: '2024-02', to: '2024-11' } },
    changes: ['for 2024-Q1 to 2024-Q4 instead of for 2024-02 to 2024-11'],
  },
  {
    lens: 'RESEARCHER',
    asked: { period: null },
    changes: ['for 2023-Q1 to 2025-Q2 instead of for every closed month'],
  },
  {
    lens: 'PUBLIC',
    asked: { period: { from: '2025', to: '2026' } },
    changes: ['for 2025-Q1 to 2025-Q2 instead of for 2025 to 2026'],
  },
  {
    lens: 'RESEARCHER',
    asked: { period: { from: '2027-Q1', to: '2027-Q2' } },
    changes: ['for 2025-Q1 to 2025-Q2 instead of for 2027-Q1 to 2027-Q2'],
  },
  {
    lens: 'RESEARCHER',
    asked: { period: { from: '2020', to: '2020' } },
    changes: ['for 2023 to 2023 instead of for 2020 to 2020'],
  },
  { lens: 'RESEARCHER', asked: { by: ['AGENCY'] }, changes: ['by COUNTY instead of by AGENCY'] },
  {
    lens: 'RESEARCHER',
    asked: { where: { nodes: {}, agencies: ['king-a'] } },
    changes: ['for WA/King instead of for king-a'],
  },
  {
    lens: 'RESEARCHER',
    asked: { where: { nodes: {}, counties: ['WA/Pierce'] }, by: ['COUNTY'] },
    changes: ['for WA instead of for WA/Pierce'],
  },
  {
    lens: 'RESEARCHER',
    asked: { where: { nodes: {}, counties: ['OR/Lane'] } },
    changes: ['for the whole region instead of for OR/Lane'],
  },
  {
    lens: 'PUBLIC',
    asked: { by: ['CALL_TYPE'], measures: ['arrestRate', 'coverageByShift'] },
    changes: ['in one row instead of by CALL_TYPE'],
  },
  {
    lens: 'PUBLIC',
    asked: { by: ['RESPONSE_MODEL'], measures: ['arrestRate', 'coverageByShift'] },
    changes: ['without the measure coverageByShift'],
  },
  {
    lens: 'RESEARCHER',
    asked: {
      where: { nodes: { SHIFT: ['DAY'] } },
      by: ['CALL_TYPE', 'AGE_BAND', 'GENDER', 'RACE_ETHNICITY'],
      measures: ['arrestRate'],
    },
    changes: ['by CALL_TYPE instead of by CALL_TYPE, AGE_BAND, GENDER, RACE_ETHNICITY'],
  },
  {
    lens: 'RESEARCHER',
    asked: { period: { from: '2025-07', to: '2026' } },
    changes: ['for 2025-Q2 to 2025-Q2 instead of for 2025-07 to 2026'],
  },
  {
    lens: 'RESEARCHER',
    asked: { by: ['RACE_ETHNICITY', 'CALL_TYPE', 'AGE_BAND', 'STATE', 'QUARTER'] },
    changes: [
      'by RACE_ETHNICITY, CALL_TYPE, AGE_BAND, STATE, YEAR instead of by RACE_ETHNICITY, CALL_TYPE, AGE_BAND, STATE, QUARTER',
    ],
  },
];

describe('the nearest question that is answered', () => {
  it.each(cases)('to $lens, of $asked, is $changes', ({ lens, asked, changes }) => {
    const near = nearestQuestion(
      { ...plain, ...asked },
      { judge: judgeAs(lens).judge, lattice, isAskable: () => true },
    );
    expect(near?.changes ?? null).toEqual(changes);
  });

  it('pools single agencies with their peers where their county hides nobody', () => {
    const peerGroups = [{ id: 'small', agencyIds: ['pierce-a', 'lane-a', 'lane-b', 'ada-a'] }];
    const withPeers = latticeOf(places, { from: '2023-01', through: '2025-07' }, { peerGroups });
    const asked = { ...plain, where: { nodes: {}, agencies: ['pierce-a', 'ada-a'] } };
    const judge = judgeAs('RESEARCHER', withPeers).judge;
    const near = nearestQuestion(asked, {
      judge,
      lattice: withPeers,
      isAskable: ({ where }) => where.counties === undefined,
    });
    expect(near?.changes).toEqual(['for small instead of for pierce-a, ada-a']);
  });

  it('has every step that a way of asking cannot take left out', () => {
    const asked = { ...plain, by: ['RESPONSE_MODEL', 'MONTH'], measures: ['arrestRate'] };
    const { judge } = judgeAs('RESEARCHER');
    const isAskable: Parameters<typeof nearestQuestion>[1]['isAskable'] = ({ by }) => by.includes('MONTH');
    expect(nearestQuestion(asked, { judge, lattice, isAskable })).toBeNull();
  });

  it('of a comparison has coarser strata before fewer, and fewer before fewer groups', () => {
    const asked = { ...plain, by: ['STATE'], adjustFor: ['CALL_TYPE', 'QUARTER'] };
    const strataMax =
      (most: readonly string[]): Judge =>
      (question) => {
        const isAnswered = most.includes((question.adjustFor ?? []).join());
        const refused = isAnswered ? null : { ...noRowPermitted(), reason: 'TOO_MANY_STRATA' as const };
        return { question, planned: [], ownAgency: null, refused };
      };
    const changes = (most: readonly string[]): unknown =>
      nearestQuestion(asked, { judge: strataMax(most), lattice, isAskable: () => true })?.changes;
    expect(changes(['CALL_TYPE,YEAR', 'CALL_TYPE'])).toEqual([
      'adjusted for CALL_TYPE, YEAR instead of adjusted for CALL_TYPE, QUARTER',
    ]);
    expect(changes(['CALL_TYPE', ''])).toEqual(['adjusted for CALL_TYPE instead of adjusted for CALL_TYPE, QUARTER']);
    expect(changes([''])).toEqual(['crude instead of adjusted for CALL_TYPE, QUARTER']);
  });

  it('is answered, whatever was asked, and is found soon; a sketch of a table is judged as the whole of it', () => {
    const periods = [null, plain.period, { from: '2024-03', to: '2025-05' }, { from: '2025-07', to: '2026-02' }];
    const asked = boldQuestions({ places, periods });
    const lens = fc.constantFrom<LensName>('PARTNER', 'STATE', 'RESEARCHER', 'PUBLIC');
    let most = 0;
    let refusals = 0;
    fc.assert(
      fc.property(asked, lens, (question, name) => {
        const { judge, times } = judgeAs(name);
        const near = nearestQuestion(question, { judge, lattice, isAskable: () => true });
        most = Math.max(most, times());
        if (times() > 1) refusals += 1;

        expect(judge(question).refused?.reason ?? 'SHOWN').toBe(whenPlanned(question, name));
        expect(near).not.toBeNull();
        expect(near?.changes.length === 0).toBe(judge(question).refused === null);
        expect(whenPlanned(near?.question ?? question, name)).toBe('SHOWN');
      }),
      { numRuns: 120 },
    );
    expect(refusals).toBeGreaterThan(40);
    expect(most).toBeLessThanOrEqual(60);
  });

  it('is the same for the same question, and there is none where everything is closed', () => {
    const asked = { ...plain, by: ['AGENCY', 'MONTH', 'CALL_TYPE', 'SHIFT', 'GENDER'], measures: ['arrestRate'] };
    const near = (): unknown =>
      nearestQuestion(asked, { judge: judgeAs('PUBLIC').judge, lattice, isAskable: () => true });
    expect(near()).toEqual(near());

    const judge: Judge = (question) => ({ question, planned: [], ownAgency: null, refused: noRowPermitted() });
    expect(nearestQuestion(asked, { judge, lattice, isAskable: () => true })).toBeNull();
  });
});
