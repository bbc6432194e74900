import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { TokenHolder } from '../../schema/records/index.js';
import { ask } from '../support/ask.js';
import type { HttpAnswer } from '../support/ask.js';
import { analystOf, operator, researcher, stewardOf } from '../support/people.js';
import type { ServedHouse } from '../support/served.js';
import { smallRegion } from '../support/small-region.js';

let place: ServedHouse;

beforeEach(async () => {
  place = await smallRegion();
});

afterEach(async () => {
  await place.close();
});

const AGENCIES = ['north-pd', 'south-pd', 'east-pd', 'west-pd'];
const SAME = { ARREST_CITATIONS: 'NO', ARREST_WARRANTS: 'YES', ENGAGEMENT_FIELD: 'RECORDED' };

async function asked(query: string, holder: TokenHolder): Promise<HttpAnswer> {
  return ask(place.address, query, { token: await place.tokenFor(holder) });
}

/** Declare over HTTP what an agency's arrests are. */
async function declare(
  agency: string,
  answers: Readonly<Record<string, string>>,
  { by = stewardOf(agency), measure = 'arrestRate', validFrom = '2023-01', reason = 'Our policy 12.' } = {},
): Promise<HttpAnswer> {
  const points = Object.entries(answers).map(([point, value]) => `{ point: ${point}, value: "${value}" }`);
  return asked(
    `mutation { declareMeasure(declaration: { agency: "${agency}", measure: ${measure}, validFrom: "${validFrom}",
      reason: "${reason}", points: [${points.join(', ')}] }) { measure validFrom reason points { point value } } }`,
    by,
  );
}

interface Compared {
  readonly __typename: string;
  readonly arms?: readonly object[];
  readonly caveats?: readonly string[];
  readonly footnotes?: readonly string[];
  readonly comparability?: readonly { readonly grade: string }[];
  readonly reason?: string;
  readonly message?: string;
  readonly nearestBy?: readonly string[] | null;
}

async function compared(args = '', holder: TokenHolder = researcher): Promise<Compared> {
  const { data, errors } = await asked(
    `{ compare${args} { __typename ... on ComparisonTable {
      arms { arrestRate { rate { value } } } caveats footnotes comparability { measure grade reasons { kind } }
    } ... on Refusal { reason message nearestBy } } }`,
    holder,
  );
  expect(errors).toBeUndefined();
  return data?.['compare'] as Compared;
}

describe('a comparison', () => {
  it('says that nobody ever declared what it counts', async () => {
    const { caveats, comparability } = await compared();
    expect(comparability).toMatchObject([
      { measure: 'arrestRate', grade: 'UNDECLARED', reasons: [{ kind: 'UNDECLARED' }] },
    ]);
    expect(caveats?.at(-1)).toContain('not declared for the whole period by 4 of 4 agencies');
  });

  it('has nothing to say once everybody declared the same', async () => {
    for (const agency of AGENCIES) await declare(agency, SAME);
    const { caveats, footnotes, comparability } = await compared();
    expect(comparability).toEqual([{ measure: 'arrestRate', grade: 'COMPARABLE', reasons: [] }]);
    expect(caveats?.join()).not.toContain('arrestRate');
    expect(footnotes?.join()).not.toContain('COMPARABLE');
  });

  it('warns of a difference that matters, with the same numbers', async () => {
    const before = await compared();
    for (const agency of AGENCIES)
      await declare(agency, { ...SAME, ARREST_WARRANTS: agency === 'west-pd' ? 'NO' : 'YES' });
    const after = await compared();

    expect(after.comparability).toMatchObject([{ grade: 'WITH_CAUTION' }]);
    expect(after.caveats?.at(-1)).toContain('NO: west-pd; YES: east-pd, north-pd, south-pd');
    expect(after.arms).toEqual(before.arms);
  });
});

describe('when one agency counts citations as arrests', () => {
  beforeEach(async () => {
    for (const agency of AGENCIES)
      await declare(agency, { ...SAME, ARREST_CITATIONS: agency === 'west-pd' ? 'YES' : 'NO' });
  });

  it('a comparison is refused, names them, and says what would be answered', async () => {
    const refusal = await compared('', analystOf('west-pd'));
    expect(refusal).toMatchObject({ reason: 'NOT_COMPARABLE', nearestBy: ['COUNTY'] });
    expect(refusal.message).toContain(
      'Are citations with release counted as arrests? NO: east-pd, north-pd, south-pd; YES: west-pd.',
    );
    expect(await compared('(by: [COUNTY])', analystOf('west-pd'))).toMatchObject({ __typename: 'ComparisonTable' });
    expect(await compared('(where: { county: ["WA/North", "WA/East"] })')).toMatchObject({
      __typename: 'ComparisonTable',
    });
  });

  it('it is answered when asked for all the same, and says so', async () => {
    const answer = await compared('(evenIfNotComparable: true)');
    expect(answer.comparability).toMatchObject([{ grade: 'NOT_COMPARABLE' }]);
    expect(answer.caveats?.at(-1)).toContain('NOT COMPARABLE');
    expect(answer.footnotes?.at(-1)).toContain('NOT COMPARABLE');
    expect(answer.arms).toHaveLength(4);
  });

  it('another measure of the same agencies is answered', async () => {
    const { data } = await asked(
      '{ compare { __typename ... on ComparisonTable { arms { useOfForceRate { rate { status } } } } } }',
      researcher,
    );
    expect(data?.['compare']).toMatchObject({ __typename: 'ComparisonTable' });
  });

  it('the ledger has the refusal and the exception, and neither replay is a failure', async () => {
    await compared();
    await compared('(evenIfNotComparable: true)');
    const { data } = await asked('{ ledger { edges { node { id refusal question } } } }', operator);
    const { edges } = data?.['ledger'] as { edges: readonly { node: { refusal: string | null; question: string } }[] };
    expect(edges.map(({ node }) => node.refusal)).toEqual([null, 'NOT_COMPARABLE']);
    expect(edges[0]?.node.question).toContain('evenIfNotComparable');

    const replays = await asked(
      '{ a: replayQuestion(id: "1") { verdict } b: replayQuestion(id: "2") { verdict } }',
      operator,
    );
    expect(replays.data).toEqual({ a: { verdict: 'NOT_COMPARED' }, b: { verdict: 'SAME' } });
  });
});

describe('an agency that changed what it counts', () => {
  it('is not comparable over the change, and is before it and after it', async () => {
    for (const agency of AGENCIES) await declare(agency, SAME);
    for (const agency of AGENCIES) await declare(agency, { ARREST_CITATIONS: 'YES' }, { validFrom: '2025-07' });

    expect(await compared('(period: { from: "2025", to: "2025" })')).toMatchObject({ reason: 'NOT_COMPARABLE' });
    for (const period of ['{ from: "2025-Q1", to: "2025-Q2" }', '{ from: "2025-Q3", to: "2025-Q4" }'])
      expect(await compared(`(period: ${period})`)).toMatchObject({ comparability: [{ grade: 'COMPARABLE' }] });
    expect(await compared('(by: [QUARTER])')).toMatchObject({ comparability: [{ grade: 'COMPARABLE' }] });
  });
});

describe('declaring', () => {
  it('keeps the history, for everybody to read', async () => {
    await declare('north-pd', { ARREST_CITATIONS: 'YES' }, { reason: 'As our form has it.' });
    await declare('north-pd', { ARREST_CITATIONS: 'NO' }, { reason: 'The form was misread.' });
    const { data } = await asked(
      '{ agencies(first: 2) { edges { node { id declarations { id reason validFrom declaredBy points { value } } } } } }',
      researcher,
    );
    expect(data).toMatchObject({
      agencies: {
        edges: [
          { node: { id: 'east-pd', declarations: [] } },
          {
            node: {
              id: 'north-pd',
              declarations: [
                { id: '2', reason: 'The form was misread.', points: [{ value: 'NO' }] },
                { id: '1', reason: 'As our form has it.', points: [{ value: 'YES' }] },
              ],
            },
          },
        ],
      },
    });
  });

  it.each([
    { name: 'an operator', by: operator },
    { name: 'the steward of another agency', by: stewardOf('south-pd') },
    { name: 'an analyst of the agency', by: analystOf('north-pd') },
  ])('is not for $name', async ({ by }) => {
    const { errors } = await declare('north-pd', SAME, { by });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it.each([
    {
      name: 'a value the point does not have',
      answers: { ARREST_CITATIONS: 'SOMETIMES' },
      rest: {},
      says: 'one of YES, NO',
    },
    {
      name: 'a point of another measure',
      answers: { FORCE_THRESHOLD: 'PHYSICAL' },
      rest: {},
      says: 'one that changes arrestRate',
    },
    { name: 'no point', answers: {}, rest: {}, says: 'at least one' },
    { name: 'a month to come', answers: SAME, rest: { validFrom: '2027-01' }, says: 'not after the current one' },
    { name: 'no reason', answers: SAME, rest: { reason: ' ' }, says: '1 to 500 characters' },
    {
      name: 'a sentence where a document is named',
      answers: { FORCE_POLICY: 'See the website: it is all there, more or less!' },
      rest: { measure: 'useOfForceRate' },
      says: 'the name and number of a document',
    },
  ] as const)('refuses $name', async ({ answers, rest, says }) => {
    const { errors } = await declare('north-pd', answers, rest);
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining(says), extensions: { code: 'BAD_REQUEST' } });
  });

  it('offers every point of the catalogue in the codebook', async () => {
    const { data } = await asked(
      '{ codebook { measures { code points { code difference dimensions values { code } } } } }',
      researcher,
    );
    const { measures } = data?.['codebook'] as { measures: readonly { code: string; points: readonly object[] }[] };
    expect(measures.find(({ code }) => code === 'arrestRate')?.points).toContainEqual({
      code: 'ARREST_CITATIONS',
      difference: 'BREAKING',
      dimensions: [],
      values: [{ code: 'YES' }, { code: 'NO' }],
    });
  });
});

describe('comparability', () => {
  it('grades every pair, with what each agency declared and what is unknown as the asker may see it', async () => {
    await declare('north-pd', SAME);
    await declare('south-pd', { ...SAME, ARREST_CITATIONS: 'YES' });
    await declare('east-pd', SAME);
    const query = `{ comparability(measure: arrestRate, agency: ["north-pd", "south-pd", "east-pd", "west-pd"]) {
      ... on Comparability { grade pairs { agencyIds grade } agencies { agency { id } monthsReported
        points { point values isDeclared } unknownShare } } } }`;
    const { data } = await asked(query, analystOf('north-pd'));

    expect(data?.['comparability']).toMatchObject({
      grade: 'NOT_COMPARABLE',
      pairs: [
        { agencyIds: ['east-pd', 'north-pd'], grade: 'COMPARABLE' },
        { agencyIds: ['east-pd', 'south-pd'], grade: 'NOT_COMPARABLE' },
        { agencyIds: ['east-pd', 'west-pd'], grade: 'UNDECLARED' },
        { agencyIds: ['north-pd', 'south-pd'], grade: 'NOT_COMPARABLE' },
        { agencyIds: ['north-pd', 'west-pd'], grade: 'UNDECLARED' },
        { agencyIds: ['south-pd', 'west-pd'], grade: 'UNDECLARED' },
      ],
    });
  });

  it.each([
    { period: '{ from: "2024", to: "2024" }', gets: { reason: 'PERIOD_NOT_RELEASED' } },
    { period: '{ from: "2025", to: "2025" }', gets: { grade: 'UNDECLARED', monthsAsked: 12 } },
  ])('of $period is $gets', async ({ period, gets }) => {
    const { data } = await asked(
      `{ comparability(measure: arrestRate, period: ${period}) {
        ... on Comparability { grade monthsAsked } ... on Refusal { reason } } }`,
      researcher,
    );
    expect(data?.['comparability']).toEqual(gets);
  });
});
