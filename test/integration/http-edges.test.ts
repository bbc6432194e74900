import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anonymisedFile, encounters } from '../support/encounters.js';
import { stewardOf } from '../support/people.js';
import type { ServedHouse } from '../support/served.js';
import { smallRegion } from '../support/small-region.js';

let place: ServedHouse;
let token: string;

beforeAll(async () => {
  place = await smallRegion();
  token = await place.tokenFor(stewardOf('north-pd'));
});

afterAll(async () => {
  await place.close();
});

async function post(
  path: string,
  { body, ...headers }: { body: string | Uint8Array<ArrayBuffer>; [header: string]: string | Uint8Array<ArrayBuffer> },
): Promise<Response> {
  return fetch(place.address + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...(headers as Record<string, string>) },
    body,
  });
}

const json = { 'content-type': 'application/json' };

describe('a request that cannot be read', () => {
  it.each([
    { name: 'no JSON', path: '/graphql', request: { ...json, body: '{ viewer' }, status: 400 },
    {
      name: 'too large',
      path: '/graphql',
      request: { ...json, body: `{"query":"${'x'.repeat(1_000_001)}"}` },
      status: 413,
    },
    {
      name: 'a media type nobody takes',
      path: '/submissions',
      request: { 'content-type': 'image/png', body: 'x' },
      status: 415,
    },
  ])('is answered in words: $name', async ({ path, request, status }) => {
    const answer = await post(path, request);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain('Mend it and send it again.');
  });

  it('is answered 404 where there is nothing', async () => {
    expect((await fetch(`${place.address}/rows`, { method: 'POST' })).status).toBe(404);
  });

  it('is not run when a foreign page could have sent it', async () => {
    expect(
      (await post('/graphql', { 'content-type': 'text/plain', body: '{"query":"{viewer{name}}"}' })).status,
    ).toBeGreaterThanOrEqual(400);
    expect(
      (await fetch(`${place.address}/graphql?query={viewer{name}}`, { headers: { authorization: `Bearer ${token}` } }))
        .status,
    ).toBe(400);
  });
});

describe('an answer', () => {
  it('is kept by nobody on the way', async () => {
    const { headers } = await post('/graphql', { ...json, body: '{"query":"{viewer{name}}"}' });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is packed for who asks for it', async () => {
    const { headers } = await post('/graphql', {
      ...json,
      'accept-encoding': 'gzip',
      body: '{"query":"{codebook{measures{definition source}}}"}',
    });
    expect(headers.get('content-encoding')).toBe('gzip');
  });
});

describe('a gzipped file', () => {
  it.each([
    {
      name: 'said so in Content-Encoding',
      headers: { 'content-type': 'text/csv', 'content-encoding': 'gzip' },
      month: '2026-01',
    },
    { name: 'said so in Content-Type', headers: { 'content-type': 'application/gzip' }, month: '2026-02' },
  ])('is taken in, $name', async ({ headers, month }) => {
    const body = new Uint8Array(gzipSync(anonymisedFile(encounters(30, month, month))));
    const answer = await post('/submissions', { ...headers, body });
    expect(await answer.json()).toMatchObject({ rowsAccepted: 30, rowsRejected: 0 });
  });
});
