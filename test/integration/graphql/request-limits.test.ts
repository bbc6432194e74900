import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';

import { ask } from '../../support/ask.js';
import type { HttpAnswer } from '../../support/ask.js';
import { researcher } from '../../support/people.js';
import type { ServedHouse } from '../../support/served.js';
import { smallRegion } from '../../support/small-region.js';

let place: ServedHouse;
let token: string;

beforeAll(async () => {
  place = await smallRegion();
  token = await place.tokenFor(researcher);
});

afterAll(async () => {
  await place.close();
});

const question = async (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<HttpAnswer> =>
  ask(place.address, query, { token, variables });

const page = 'edges { node { programs { agency { programs { name hours } } } } }';

describe('a request that asks for too much', () => {
  it.each([
    {
      name: 'too many tables under aliases',
      query: `{ ${Array.from({ length: 11 }, (_, index) => `t${index}: outcomes { __typename }`).join(' ')} }`,
      says: 'asks for 11 tables; 10 are the most',
    },
    {
      name: 'a page size in a variable',
      query: `query ($first: Int!) { agencies(first: $first) { ${page} } }`,
      variables: { first: 100 },
      says: 'The request costs',
    },
    {
      name: 'a page size in a default of a variable',
      query: `query ($first: Int = 100) { agencies(first: $first) { ${page} } }`,
      says: 'The request costs',
    },
    {
      name: 'the same through fragments',
      query: `{ agencies(first: 100) { ...a } } fragment a on AgencyConnection { ...b ...c } fragment b on AgencyConnection { ${page} } fragment c on AgencyConnection { ${page.replace('programs', 'p: programs')} }`,
      says: 'The request costs',
    },
    {
      name: 'too many levels',
      query:
        '{ agencies(first: 1) { edges { node { programs { agency { programs { agency { programs { agency { programs { name } } } } } } } } } } }',
      says: 'has 11 levels; 10 are the most',
    },
  ])('is refused before it is run: $name', async ({ query, variables = {}, says }) => {
    const { status, data, errors } = await question(query, variables);
    expect(errors?.[0]?.message).toContain(says);
    expect(errors?.[0]?.extensions.code).toBe('OPERATION_TOO_COSTLY');
    expect({ status, data }).toEqual({ status: 400, data: undefined });
  });

  it('is refused when a few fragments would unfold into thousands of fields', async () => {
    const doubling = Array.from(
      { length: 14 },
      (_, index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`,
    );
    const { errors } = await question(`{ ...f0 } ${doubling.join(' ')} fragment f14 on Query { viewer { name } }`);
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('is refused when its text has too many words', async () => {
    const { status, errors } = await question(`{ ${'viewer { name } '.repeat(1_500)} }`);
    expect({ status, code: errors?.[0]?.extensions.code }).toEqual({ status: 400, code: 'GRAPHQL_PARSE_FAILED' });
  });

  it.each([{ first: 0 }, { first: 101 }, { first: null }])(
    'a page of $first is refused in words',
    async ({ first }) => {
      const { errors } = await question('query ($first: Int) { agencies(first: $first) { totalCount } }', { first });
      expect(errors?.[0]?.extensions.code).toMatch(/BAD_REQUEST|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT/);
    },
  );
});

describe('a request that asks for enough', () => {
  it('is answered: the whole schema by introspection', async () => {
    expect((await question(getIntrospectionQuery())).errors).toBeUndefined();
  });

  it('says how large a request may be', async () => {
    const { data } = await question('{ region { limits { costMax depthMax tablesMax pageMax } } }');
    expect(data).toEqual({ region: { limits: { costMax: 5000, depthMax: 10, tablesMax: 10, pageMax: 100 } } });
  });
});

describe('an argument', () => {
  it('given as null is an argument left out', async () => {
    const { errors, data } = await question(
      `{ outcomes(where: null, except: null, period: null, release: null) { ... on OutcomesTable { rows { encounters { status } } } }
         agencies(after: null, state: null) { totalCount } codebook(dimension: null, benefit: [DE_ESCALATION]) { measures { code } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ agencies: { totalCount: 4 } });
  });

  it.each([
    {
      name: 'an empty list',
      query: '{ outcomes(where: { callType: [] }) { __typename } }',
      says: '`callType` is empty',
    },
    {
      name: 'a heading as an arm',
      query: '{ compare(arms: [KNOWN]) { __typename } }',
      says: 'KNOWN is a heading, or no category',
    },
    {
      name: 'the response model said twice',
      query: '{ compare(where: { responseModel: [CIT] }) { __typename } }',
      says: 'Leave `where.responseModel` out',
    },
    { name: 'a cursor of somebody else', query: '{ agencies(after: "zzz") { totalCount } }', says: 'not one of ours' },
    {
      name: 'a period that is none',
      query: '{ outcomes(period: { from: "2025-13", to: "2025" }) { __typename } }',
      says: 'The period is not one',
    },
    {
      name: 'a place nobody has',
      query: '{ outcomes(where: { county: ["WA/Nowhere"] }) { __typename } }',
      says: 'The release has no place called WA/Nowhere',
    },
  ])('that cannot be meant is refused in words: $name', async ({ query, says }) => {
    const { errors } = await question(query);
    expect(errors?.[0]?.message).toContain(says);
    expect(errors?.[0]?.extensions.code).toMatch(/BAD_REQUEST|BAD_PERIOD|NOT_FOUND/);
  });
});
