import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { errorCodeOf } from '../lib/index.js';

const OWNER_FILE = 'headwaters-owner.pid';
const STOP_WAIT_MS = 10_000;
const STEP_MS = 50;

/**
 * Make sure no server runs on the data folder.
 *
 * A server whose owner died is an orphan, and is stopped. A server whose owner lives is another Headwaters.
 *
 * @throws when another live Headwaters holds the folder.
 */
export async function claim(dataFolder: string): Promise<void> {
  const owner = await pidIn(join(dataFolder, OWNER_FILE));
  const server = await pidIn(join(dataFolder, 'postmaster.pid'));

  if (owner !== null && owner !== process.pid && (await isAlive(owner)) && server !== null && (await isAlive(server))) {
    throw new Error(
      `Another Headwaters (process ${owner}) is running on the data folder ${dataFolder}. One process at a time can. ` +
        'Stop it, or give this one a DATA_DIR of its own.',
    );
  }
  if (server !== null && (await isPostgres(server))) await stopOrphan(server);
}

export async function recordOwner(dataFolder: string): Promise<void> {
  await writeFile(join(dataFolder, OWNER_FILE), String(process.pid));
}

export async function forgetOwner(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, OWNER_FILE), { force: true });
}

async function stopOrphan(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let waitedMs = 0; waitedMs < STOP_WAIT_MS; waitedMs += STEP_MS) {
    if (!(await isAlive(pid))) return;
    await pause(STEP_MS);
  }
  throw new Error(
    `A PostgreSQL left behind by an earlier run (process ${pid}) does not stop within ${STOP_WAIT_MS / 1000} seconds. ` +
      `Stop it with: kill ${pid}`,
  );
}

async function pidIn(file: string): Promise<number | null> {
  try {
    const pid = Number.parseInt(await readFile(file, 'utf8'), 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** A zombie still answers a signal; on Linux its state tells. */
async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCodeOf(error) === 'EPERM';
  }
  const state = (await statOf(pid))?.split(') ')[1]?.charAt(0);
  return state === undefined || state !== 'Z';
}

/** A process number may have passed to another program since. */
async function isPostgres(pid: number): Promise<boolean> {
  if (!(await isAlive(pid))) return false;
  const stat = await statOf(pid);
  return stat === null || stat.includes('(postgres)');
}

async function statOf(pid: number): Promise<string | null> {
  try {
    return await readFile(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
}
