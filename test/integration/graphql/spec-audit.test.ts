import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';

import { researcher } from '../../support/people.js';
import { servedHouse } from '../../support/served.js';
import type { ServedHouse } from '../../support/served.js';

let place: ServedHouse;
let token: string;

beforeAll(async () => {
  place = await servedHouse();
  token = await place.tokenFor(researcher);
});

afterAll(async () => {
  await place.close();
});

describe('the GraphQL-over-HTTP specification', () => {
  it('is kept: the official audit finds no error', async () => {
    const results = await auditServer({
      url: `${place.address}/graphql`,
      fetchFn: async (url: string, init?: RequestInit) =>
        fetch(url, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token}` } }),
    });

    expect(results.length).toBeGreaterThan(50);
    expect(results.filter(({ status }) => status === 'error')).toEqual([]);
  });
});
