import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';

import { ask } from '../../support/ask.js';
import { onboard, operator } from '../../support/people.js';
import type { ServedHouse } from '../../support/served.js';
import { smallRegion } from '../../support/small-region.js';

let place: ServedHouse;
let token: string;

beforeAll(async () => {
  place = await smallRegion();
  for (let number = 10; number < 40; number += 1) await onboard(place.house, `agency-${number}`, 'OR/Lane');
  token = await place.tokenFor(operator);
});

afterAll(async () => {
  await place.close();
});

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
}

const LISTS = ['agencies', 'programs', 'releases', 'submissions'] as const;

async function pageOf(list: string, first: number, after: string | null): Promise<Page> {
  const query = `query ($first: Int!, $after: String) {
    ${list}(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id } } } }`;
  const { data } = await ask(place.address, query, { token, variables: { first, after } });
  return data?.[list] as Page;
}

/** Statements sent to PostgreSQL while something is done. */
async function statementsDuring(work: () => Promise<unknown>): Promise<number> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}

describe('a list', () => {
  it.each(LISTS.map((list) => ({ list })))('of $list read page by page is the list read whole', async ({ list }) => {
    const whole = await pageOf(list, 100, null);
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await pageOf(list, 1, after);
      ids.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);

    expect(ids).toEqual(whole.edges.map(({ node }) => node.id));
    expect(whole).toMatchObject({ totalCount: ids.length, pageInfo: { hasNextPage: false } });
  });

  it('with nested lists asks the database once per kind, however long it is', async () => {
    const query = '{ agencies(first: 50) { edges { node { programs { name agency { name } } } } } }';
    const statements = await statementsDuring(async () => ask(place.address, query, { token }));
    expect(statements).toBe(4); // token, agencies, programs of all of them, agencies of those
  });
});
