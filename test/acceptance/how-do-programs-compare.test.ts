import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anonymisedFile, encounters } from '../support/encounters.js';
import { operator, researcher, stewardOf } from '../support/people.js';
import type { ServedHouse } from '../support/served.js';
import { smallRegion } from '../support/small-region.js';

let place: ServedHouse;
let token: string;

beforeAll(async () => {
  place = await smallRegion();
  token = await place.tokenFor(researcher);
});

afterAll(async () => {
  await place.close();
});

const QUESTION = gql`
  query {
    outcomes(by: [RESPONSE_MODEL], period: { from: "2025", to: "2025" }) {
      ... on OutcomesTable {
        rows {
          group {
            responseModel
          }
          encounters {
            value
            status
          }
          ...rates
        }
        release {
          id
        }
        policy {
          threshold
        }
        contributors {
          agency {
            name
            programs {
              id
            }
          }
          status
        }
        footnotes
        handle
      }
    }
  }
  fragment rates on OutcomesRow {
    arrestRate {
      value
      status
    }
  }
`;

describe('how do programs compare', () => {
  it('is answered over HTTP to an Apollo Client', async () => {
    const client = new ApolloClient({
      cache: new InMemoryCache({ possibleTypes: { OutcomesResult: ['OutcomesTable', 'Refusal'] } }),
      link: new HttpLink({ uri: `${place.address}/graphql`, headers: { authorization: `Bearer ${token}` } }),
    });
    const { data } = await client.query<{ outcomes: { rows: object[]; contributors: object[]; handle: string } }>({
      query: QUESTION,
    });

    expect(data?.outcomes.rows).toHaveLength(7);
    expect(data?.outcomes.rows[0]).toMatchObject({
      group: { responseModel: 'STANDARD_PATROL' },
      encounters: { status: 'SHOWN' },
      arrestRate: { status: 'SHOWN' },
    });
    expect(data?.outcomes.contributors).toHaveLength(4);
  });

  it('is answered as CSV with the same numbers', async () => {
    const ask = async (accept: string): Promise<Response> =>
      fetch(`${place.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: QUESTION.loc?.source.body }),
      });
    const csv = await (await ask('text/csv')).text();
    const { data } = (await (await ask('application/json')).json()) as {
      data: { outcomes: { rows: { encounters: { value: number | null } }[] } };
    };

    const [header, first] = csv.split('\n');
    expect(header).toBe('group.responseModel,encounters.value,encounters.status,arrestRate.value,arrestRate.status');
    expect(first?.split(',')[1]).toBe(String(data.outcomes.rows[0]?.encounters.value));
    expect(csv).toContain('# ');
  });

  it('is refused without a token, in words', async () => {
    const response = await fetch(`${place.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { name } }' }),
    });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('No token came with the request. Every question needs one.');
  });
});

describe('a file over HTTP', () => {
  it('is taken once, and the same file again gives the same receipt', async () => {
    const steward = await place.tokenFor(stewardOf('north-pd'));
    const send = async (body: string): Promise<{ status: number; receipt: Record<string, unknown> }> => {
      const response = await fetch(`${place.address}/submissions`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv', authorization: `Bearer ${steward}` },
        body,
      });
      return { status: response.status, receipt: (await response.json()) as Record<string, unknown> };
    };
    const file = anonymisedFile(encounters(20, 'late', '2026-01'));

    const [first, again] = [await send(file), await send(file)];
    expect(first).toMatchObject({ status: 201, receipt: { rowsAccepted: 20, rowsRejected: 0, isRepeat: false } });
    expect(again).toMatchObject({
      status: 200,
      receipt: { submissionId: first.receipt['submissionId'], isRepeat: true },
    });
  });

  it('is accepted by a mutation of its steward, and released by the operator', async () => {
    const operatorToken = await place.tokenFor(operator);
    const response = await fetch(`${place.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${operatorToken}` },
      body: JSON.stringify({ query: 'mutation { draftRelease(throughMonth: "2026-02") { id } }' }),
    });
    expect(await response.text()).toContain('2026-02 is not a closed month');
  });
});
