import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { freePort, hubProcess } from '../support/hub-process.js';
import type { HubProcess } from '../support/hub-process.js';

let folder: string;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwaters-start-'));
  port = await freePort();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function start(settings: Readonly<Record<string, string>> = {}): Promise<HubProcess> {
  return hubProcess({ PORT: String(port), DATA_DIR: folder, ...settings });
}

describe('the house', () => {
  it('opens on an empty folder, says where it is, and closes in order when told to', async () => {
    const { address, words, stop } = await start();
    expect(words()).toContain(`Headwaters answers at ${address}/graphql`);
    expect(await (await fetch(`${address}/health`)).json()).toEqual({ status: 'ok', release: null });
    expect(await stop()).toBe(0);
  });

  it('finds its data when it is opened again', async () => {
    const { words, stop } = await start();
    expect(words()).toContain('Headwaters answers at');
    expect(await stop()).toBe(0);
  });

  it('says which database it cannot use, and not its password', async () => {
    const secrets = { MASTER_REC: '0a'.repeat(32), MASTER_PERT: '0b'.repeat(32), SIGNING_KEY: '0c'.repeat(32) };
    const { words, stop } = await start({ DATABASE_URL: 'postgresql://me:hush@127.0.0.1:1/region', ...secrets });
    expect(await stop()).toBe(1);
    expect(words()).toContain('The database region at 127.0.0.1:1 cannot be used: connect ECONNREFUSED');
    expect(words()).not.toContain('hush');
  });

  it('hangs up on who never ends asking, when it is told to close', async () => {
    const { address, stop } = await start();
    const headers = { 'content-type': 'application/json', 'content-length': '1000' };
    const never = httpRequest(`${address}/graphql`, { method: 'POST', headers });
    const hungUp = once(never, 'error');
    never.write('{');
    await fetch(`${address}/health`);

    expect(await stop()).toBe(0);
    expect(await hungUp).toEqual([expect.objectContaining({ code: 'ECONNRESET' })]);
  });

  it('logs that it was asked, and nothing of what or by whom', async () => {
    const { address, words, stop } = await start({ LOG_LEVEL: 'debug' });
    await fetch(`${address}/graphql?secret-in-address`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer hw_secret-in-header' },
      body: JSON.stringify({ query: 'query SecretInName { region { signingKey } }' }),
    });
    expect(await stop()).toBe(0);

    expect(words()).toContain('"path":"/graphql"');
    expect(words()).not.toMatch(/secret/i);
  });

  it('says what is wrong when its port is taken, and leaves nothing running', async () => {
    const taken = createServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    const { words, stop } = await start();
    expect(words()).toContain(`Port ${port} of 127.0.0.1 is taken by another program.`);
    expect(await stop()).toBe(1);
    await new Promise((resolve) => taken.close(resolve));

    const again = await start();
    expect(again.words()).toContain('Headwaters answers at');
    await again.stop();
  });
});
