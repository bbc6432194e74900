import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

import { serverAccount } from './account.js';
import type { Account } from './account.js';
import { binariesFor } from './binaries.js';
import { clusterIn } from './data-folder.js';
import type { Cluster } from './data-folder.js';
import { claim, forgetOwner, recordOwner } from './owner.js';

/** A PostgreSQL of our own: where to connect, and how to stop it. */
export interface RunningPostgres {
  readonly url: string;
  readonly dataFolder: string;
  /** Fast stop: open transactions are rolled back. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const LOG_LINES_KEPT = 30;
const SETPRIV = '/usr/bin/setpriv';

/**
 * Start the embedded PostgreSQL on a folder, making the cluster when it is not there.
 *
 * It dies with this process, listens on the loopback address only, and runs as an ordinary user even under root.
 * `isDurable` false trades safety for speed: for tests, which can start again from nothing. `connectionsMax` is for them
 * too: a house holds at most five, and a test run many houses at once.
 */
export async function startPostgres({
  folder,
  isDurable,
  connectionsMax = 60,
}: {
  folder: string;
  isDurable: boolean;
  connectionsMax?: number;
}): Promise<RunningPostgres> {
  const account = await serverAccount();
  const binaries = await binariesFor(account);
  const cluster = await clusterIn({ folder, account, binaries });
  await claim(cluster.folder);

  const port = await freePort();
  const child = launch({ binaries, cluster, account, port, settings: settings({ isDurable, connectionsMax }) });
  await readiness(child);
  await recordOwner(cluster.folder);

  return {
    url: `postgresql://headwaters:${cluster.password}@127.0.0.1:${port}/postgres`,
    dataFolder: cluster.folder,
    stop: async () => {
      await stopped(child);
      await forgetOwner(cluster.folder);
    },
  };
}

function launch({
  binaries,
  cluster,
  account,
  port,
  settings,
}: {
  binaries: string;
  cluster: Cluster;
  account: Account | null;
  port: number;
  settings: readonly string[];
}): ChildProcess {
  const server = [join(binaries, 'postgres'), '-D', cluster.folder, '-p', String(port), ...settings];
  const [command = '', ...args] = existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'INT', ...server] : server;
  return spawn(command, args, {
    cwd: dirname(cluster.folder),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // Ctrl-C reaches us alone: we drain first, then stop the server
    ...(account ?? {}),
  });
}

function settings({ isDurable, connectionsMax }: { isDurable: boolean; connectionsMax: number }): readonly string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '256MB',
    work_mem: '64MB',
    // The planner expects 8 kB of every array_agg: for fear of them it sorted a million rows rather than hash 855 groups.
    hash_mem_multiplier: '8',
    max_wal_size: '4GB',
    max_connections: String(connectionsMax),
    jit: 'off',
    dynamic_shared_memory_type: process.platform === 'win32' ? 'windows' : 'mmap',
    ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Resolves when the server says it accepts connections; throws with its last words when it ends before. */
async function readiness(child: ChildProcess): Promise<void> {
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const fail = (): void => {
      reject(new Error(`The embedded PostgreSQL did not start. Its last words were:\n${lines.join('\n')}`));
    };
    const timer = setTimeout(fail, READY_WITHIN_MS);
    child.once('exit', fail);
    child.once('error', fail);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.trimEnd().split('\n'));
      lines.splice(0, lines.length - LOG_LINES_KEPT);
      if (!text.includes('ready to accept connections')) return;
      clearTimeout(timer);
      child.off('exit', fail);
      resolve();
    });
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGINT');
  });
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
