import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { randomHex } from '../lib/index.js';

import { canReach, makeOwnFolder } from './account.js';
import type { Account } from './account.js';

const run = promisify(execFile);

const PASSWORD_BYTES = 24;

/** A cluster on disk, ready to be served. */
export interface Cluster {
  readonly folder: string;
  readonly password: string;
}

/** The cluster in a folder, made when it is not there yet. */
export async function clusterIn({
  folder,
  account,
  binaries,
}: {
  folder: string;
  account: Account | null;
  binaries: string;
}): Promise<Cluster> {
  const data = join(await reachable(resolve(folder), account), 'postgres');
  const passwordFile = `${data}.password`;
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise({ data, passwordFile, account, binaries });
  return { folder: data, password: await readFile(passwordFile, 'utf8') };
}

/** The folder itself, or a stable one elsewhere when the server's account cannot enter it. */
async function reachable(folder: string, account: Account | null): Promise<string> {
  await mkdir(folder, { recursive: true });
  if (account === null || (await canReach(account, folder))) return folder;

  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const elsewhere = join('/var/tmp', `headwaters-${name}`);
  await mkdir(elsewhere, { recursive: true });
  return elsewhere;
}

async function initialise({
  data,
  passwordFile,
  account,
  binaries,
}: {
  data: string;
  passwordFile: string;
  account: Account | null;
  binaries: string;
}): Promise<void> {
  await rm(data, { recursive: true, force: true });
  await makeOwnFolder(data, account);
  await writeFile(passwordFile, randomHex(PASSWORD_BYTES), { mode: 0o600 });
  if (account !== null) await chown(passwordFile, account.uid, account.gid);

  const settings = ['--no-sync', '--encoding=UTF8', '--locale=C', '--username=headwaters', '--auth=scram-sha-256'];
  await run(join(binaries, 'initdb'), [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...settings], {
    cwd: dirname(data),
    ...(account ?? {}),
  });
  await chmod(data, 0o700);
}
