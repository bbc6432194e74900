import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { TEST_SECRETS } from './house.js';

/** A hub in a process of its own, so that it can be killed. */
export interface HubProcess {
  readonly address: string;
  /** End it as a power cut would. */
  readonly kill: () => Promise<void>;
}

export async function hubProcess(databaseUrl: string): Promise<HubProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      MASTER_REC: TEST_SECRETS.record.toString('hex'),
      MASTER_PERT: TEST_SECRETS.perturbation.toString('hex'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await opened(child);
  return {
    address: `http://127.0.0.1:${port}`,
    kill: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function opened(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => {
      reject(new Error('The hub ended before it opened.'));
    });
    child.stdout?.once('data', () => {
      resolve();
    });
  });
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
