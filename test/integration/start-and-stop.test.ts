import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let folder: string;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwaters-start-'));
  port = await freePort();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Started {
  /** What it said until it was open, or until it ended. */
  readonly words: string;
  readonly stop: () => Promise<number | null>;
}

async function start(environment: Readonly<Record<string, string>> = {}): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
      ...environment,
    },
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let words = '';
  const opened = new Promise<void>((resolve) => {
    const hear = (text: Buffer): void => {
      words += text.toString();
      if (words.includes('Headwaters answers at')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  await Promise.race([opened, ended]);
  return {
    words,
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}

describe('the house', () => {
  it('opens on an empty folder, says where it is, and closes in order when told to', async () => {
    const { words, stop } = await start();
    expect(words).toContain(`Headwaters answers at http://127.0.0.1:${port}/graphql`);
    expect(await (await fetch(`http://127.0.0.1:${port}/health`)).json()).toEqual({ status: 'ok', release: null });
    expect(await stop()).toBe(0);
  });

  it('finds its data when it is opened again', async () => {
    const { words, stop } = await start();
    expect(words).toContain('Headwaters answers at');
    expect(await stop()).toBe(0);
  });

  it('says what is wrong when its port is taken, and leaves nothing running', async () => {
    const taken = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { words, stop } = await start();
    expect(words).toContain(`Port ${port} of 127.0.0.1 is taken by another program.`);
    expect(await stop()).toBe(1);
    await new Promise((resolve) => taken.close(resolve));

    const again = await start();
    expect(again.words).toContain('Headwaters answers at');
    await again.stop();
  });
});
