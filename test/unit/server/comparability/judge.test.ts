import { describe, expect, it } from '@jest/globals';

import { pointsOf } from '../../../../schema/catalogue/index.js';
import { judge, warningsOf } from '../../../../server/comparability/index.js';
import type { AgencyFacts, MeasureFacts } from '../../../../server/comparability/index.js';
import { monthsOf } from '../../../../server/table/index.js';

const YEAR = monthsOf({ from: '2025-01', through: '2025-12' });

type Answers = Readonly<Record<string, string | readonly (string | null)[] | null>>;

const ARREST: Answers = { ARREST_CITATIONS: 'NO', ARREST_WARRANTS: 'YES', ENGAGEMENT_FIELD: 'RECORDED' };

/** An agency that reported the whole year; a point not answered is undeclared. */
function agency(agencyId: string, answers: Answers = ARREST, rest: Partial<AgencyFacts> = {}): AgencyFacts {
  const declared = Object.entries(answers).map(
    ([point, value]) => [point, Array.isArray(value) ? value : [value]] as const,
  );
  const known = { months: YEAR, collects: true, unknownShare: null, weeklyHours: new Map<string, number>() };
  return { agencyId, ...known, declared: new Map(declared), ...rest };
}

function facts(
  agencies: readonly AgencyFacts[],
  measure = 'arrestRate',
  dimensions: readonly string[] = [],
): MeasureFacts {
  return { measure, points: pointsOf(measure, { dimensions }), agencies };
}

const north = agency('north-pd');

describe('two agencies that declared the same', () => {
  it('are comparable, without a reason', () => {
    expect(judge(facts([north, agency('south-pd')]))).toEqual({
      measure: 'arrestRate',
      grade: 'COMPARABLE',
      reasons: [],
    });
  });
});

describe('the grade of two agencies', () => {
  it.each([
    {
      of: 'citations counted as arrests',
      other: { ARREST_CITATIONS: 'YES' },
      grade: 'NOT_COMPARABLE',
      kind: 'DEFINITION_DIFFERS',
    },
    { of: 'warrants left out', other: { ARREST_WARRANTS: 'NO' }, grade: 'WITH_CAUTION', kind: 'DEFINITION_DIFFERS' },
    {
      of: 'engagement inferred',
      other: { ENGAGEMENT_FIELD: 'INFERRED' },
      grade: 'COMPARABLE',
      kind: 'DEFINITION_DIFFERS',
    },
    {
      of: 'engagement not known',
      other: { ENGAGEMENT_FIELD: 'NOT_KNOWN' },
      grade: 'WITH_CAUTION',
      kind: 'DEFINITION_DIFFERS',
    },
    { of: 'citations never declared', other: { ARREST_CITATIONS: null }, grade: 'UNDECLARED', kind: 'UNDECLARED' },
    {
      of: 'citations declared from a later month on',
      other: { ARREST_CITATIONS: [null, 'NO'] },
      grade: 'UNDECLARED',
      kind: 'UNDECLARED',
    },
    {
      of: 'citations counted until the summer',
      other: { ARREST_CITATIONS: ['YES', 'NO'] },
      grade: 'NOT_COMPARABLE',
      kind: 'DEFINITION_CHANGED',
    },
  ] as const)('with $of is $grade', ({ other, grade, kind }) => {
    const judgement = judge(facts([north, agency('south-pd', { ...ARREST, ...other })]));
    expect(judgement.grade).toBe(grade);
    expect(judgement.reasons.map((reason) => reason.kind)).toContain(kind);
  });

  it.each([
    { of: 'no month reported', rest: { months: [] }, grade: 'NOT_COMPARABLE', kind: 'NOT_REPORTED' },
    { of: 'a field never recorded', rest: { collects: false }, grade: 'NOT_COMPARABLE', kind: 'NOT_COLLECTED' },
    {
      of: 'half of the year reported',
      rest: { months: YEAR.slice(0, 6) },
      grade: 'WITH_CAUTION',
      kind: 'PARTIAL_PERIOD',
    },
    { of: 'one month missing', rest: { months: YEAR.slice(1) }, grade: 'COMPARABLE', kind: 'PARTIAL_PERIOD' },
    { of: 'half of the field unknown', rest: { unknownShare: 0.5 }, grade: 'WITH_CAUTION', kind: 'UNKNOWN_SHARE' },
    { of: 'everything unknown', rest: { unknownShare: 1 }, grade: 'WITH_CAUTION', kind: 'UNKNOWN_SHARE' },
  ] as const)('with $of is $grade', ({ rest, grade, kind }) => {
    const judgement = judge(facts([north, agency('south-pd', ARREST, rest)]));
    expect(judgement).toMatchObject({ grade, reasons: [{ kind, agencyIds: ['south-pd'] }] });
  });
});

describe('two agencies that reported the same half of the year', () => {
  it('are comparable: what is missing is missing of both', () => {
    const half = { months: YEAR.slice(0, 6) };
    expect(judge(facts([agency('north-pd', ARREST, half), agency('south-pd', ARREST, half)])).reasons).toEqual([]);
  });
});

describe('one agency alone', () => {
  it('need not be compared, whatever it left out', () => {
    expect(judge(facts([agency('north-pd', {}, { months: YEAR.slice(0, 3), unknownShare: 0.9 })])).reasons).toEqual([]);
  });

  it('is not comparable with itself once it counts something else', () => {
    const changed = agency('north-pd', { ...ARREST, ARREST_CITATIONS: ['NO', 'YES'] });
    expect(judge(facts([changed]))).toMatchObject({
      grade: 'NOT_COMPARABLE',
      reasons: [{ kind: 'DEFINITION_CHANGED' }],
    });
  });
});

describe('a point that speaks of a dimension', () => {
  const self = agency('south-pd', { ...ARREST, DEMOGRAPHICS_BASIS: 'SELF_REPORTED' });
  const perceived = agency('north-pd', { ...ARREST, DEMOGRAPHICS_BASIS: 'PERCEIVED' });

  it.each([
    { dimensions: [], grade: 'COMPARABLE' },
    { dimensions: ['CALL_TYPE'], grade: 'COMPARABLE' },
    { dimensions: ['CALL_TYPE', 'RACE_ETHNICITY'], grade: 'WITH_CAUTION' },
  ])('matters in a table of $dimensions: $grade', ({ dimensions, grade }) => {
    expect(judge(facts([self, perceived], 'arrestRate', dimensions)).grade).toBe(grade);
  });
});

describe('what a reader is told', () => {
  it('is one sentence a measure, worst reason first, with few agencies named', () => {
    const silent = Array.from({ length: 6 }, (_, index) => agency(`silent-${index}`, {}));
    const cited = agency('south-pd', { ...ARREST, ARREST_CITATIONS: 'YES' });
    const [warning, ...others] = warningsOf([judge(facts([...silent, north, cited])), judge(facts([north]))]);

    expect(others).toEqual([]);
    expect(warning).toBe(
      'arrestRate, agencies behind the numbers: NOT COMPARABLE. Are citations with release counted as arrests? NO: north-pd; ' +
        'YES: south-pd. What is counted was not declared for the whole period by 6 of 8 agencies (silent-0, silent-1, ' +
        'silent-2, silent-3 and 2 more): citations, warrant arrests, engagement.',
    );
  });

  it('names the hours of programs, which break nothing', () => {
    const hours = (id: string, weekly: number): AgencyFacts =>
      agency(id, ARREST, { weeklyHours: new Map([['CO_RESPONDER', weekly]]) });
    const judgement = judge(facts([hours('north-pd', 56), hours('south-pd', 168)]));

    expect(judgement.grade).toBe('COMPARABLE');
    expect(warningsOf([judgement])[0]).toContain('Programs of CO_RESPONDER answer from 56 to 168 hours a week.');
  });
});
