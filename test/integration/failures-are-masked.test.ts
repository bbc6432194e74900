import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { ask } from '../support/ask.js';
import { researcher } from '../support/people.js';
import type { ServedHouse } from '../support/served.js';
import { smallRegion } from '../support/small-region.js';

let place: ServedHouse;
let token: string;

beforeEach(async () => {
  place = await smallRegion();
  token = await place.tokenFor(researcher);
});

afterEach(async () => {
  await place.close();
});

async function execute(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe('a failure of ours', () => {
  it('is said without a word about what failed', async () => {
    await execute('alter table encounter rename to elsewhere');
    const { data, errors } = await ask(place.address, '{ outcomes { __typename } }', { token });

    expect(data).toBeFalsy();
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/^Something went wrong here, not in your question\./),
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      }),
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/encounter|relation|select|\.ts/);
  });

  it('makes /health say so when the database is gone', async () => {
    expect(await (await fetch(`${place.address}/health`)).json()).toEqual({ status: 'ok', release: '2025-12.1' });
    await execute('alter table release rename to elsewhere');
    expect((await fetch(`${place.address}/health`)).status).toBe(503);
  });
});
