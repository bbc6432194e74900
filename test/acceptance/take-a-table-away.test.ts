import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { publicReader, researcher, stewardOf } from '../support/people.js';
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

async function post(query: string, accept: string, asker = token): Promise<Response> {
  return fetch(`${place.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${asker}` },
    body: JSON.stringify({ query }),
  });
}

/** The value at `arrestRate.value` or `coverageByShift.parts.DAY.share.value` of a row. */
function valueAt(row: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    if (Array.isArray(value)) return (value as { code: string }[]).find(({ code }) => code === name);
    return (value as Record<string, unknown> | null)?.[name];
  }, row);
}

/** A value as the CSV writes it: nothing where it is null. */
function plain(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? `${value}` : '';
}

const rate = '{ value lower upper numerator denominator unknown notCollected notEngaged status }';
const questions = [
  {
    name: 'outcomes',
    list: 'rows',
    query: `{ outcomes(by: [RESPONSE_MODEL]) { ... on OutcomesTable { rows { group { responseModel state } encounters { value noiseSd status }
      arrestRate ${rate} sceneMinutes { median { value lower upper atLeast status } p90 { value status } count }
      coverageByShift { parts { code label share ${rate} } unknown status } } footnotes release { id } handle } } }`,
  },
  {
    name: 'a comparison',
    list: 'arms',
    query: `{ compare { ... on ComparisonTable { arms { responseModel encounters { value } arrestRate { rate ${rate} baseline { value }
      difference { value lower upper status } ratio { value lower upper status } } } caveats footnotes handle } } }`,
  },
  {
    name: 'a comparison within strata',
    list: 'arms',
    query: `{ compare(arms: [CO_RESPONDER], adjustFor: [QUARTER]) { ... on ComparisonTable { arms { arm agencyCount arrestRate {
      distinguishable { pValue holmPValue status } power { decrease increase encountersNeeded status }
      adjusted { ratio { value lower upper status } heterogeneity { q pValue status } coverage strataUsed status
        strata { code numerator denominator baselineNumerator baselineDenominator standard status ratio { value } } } } }
      caveats footnotes handle } } }`,
  },
];

describe('a table taken away as CSV', () => {
  it.each(questions)('has every number of the answer, and no other: $name', async ({ list, query }) => {
    const csv = await post(query, 'text/csv');
    const { data } = (await (await post(query, 'application/json')).json()) as { data: Record<string, object> };
    const table = Object.values(data)[0] as Record<string, readonly object[]>;
    const rows = table[list] ?? [];
    const [header = [], ...lines] = parse(await csv.text(), { comment: '#' });

    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(lines).toHaveLength(rows.length);
    expect(header.length).toBeGreaterThan(10);
    for (const [index, line] of lines.entries()) {
      const inApi = header.map((path) => plain(valueAt(rows[index], path)));
      expect(line).toEqual(inApi);
    }
  });

  it('carries the footnotes, and says of exact counts that they are', async () => {
    const own = '{ ownOutcomes { ... on OutcomesTable { rows { encounters { value } } footnotes } } }';
    const text = await (await post(own, 'text/csv', await place.tokenFor(stewardOf('north-pd')))).text();
    expect(text).toMatch(/^encounters\.value\n800\n# UNPROTECTED: exact counts of your own agency\./);
  });

  it('is a refusal in words where the API refuses', async () => {
    const query =
      '{ outcomes(by: [AGENCY]) { ... on OutcomesTable { rows { encounters { value } } footnotes } ... on Refusal { reason message } } }';
    const answer = await post(query, 'text/csv', await place.tokenFor(publicReader));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/^AGENCY_LEVEL_NOT_ALLOWED: The table asks for single agencies/);
  });

  it('is not given without a token, nor for a question that is none', async () => {
    expect((await post('{ viewer { name } }', 'text/csv', 'hw_no')).status).toBe(401);
    expect((await post('{ nonsense }', 'text/csv')).status).toBe(400);
    expect((await post('{ nonsense', 'text/csv;q=0.9, */*')).headers.get('content-type')).toMatch(/^text\/plain/);
  });
});
