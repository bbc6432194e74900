import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const EXPLORER = fileURLToPath(new URL('../client/explorer', import.meta.url));
const VITE = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));

export type ExplorerBuild = 'BUILT' | 'UP_TO_DATE' | 'NO_BUILD_TOOLS';

/**
 * Build the explorer when a file of it is newer than the last build. An installation without build tools does without.
 *
 * In a process of its own: bundling the editor takes most of a gigabyte, which the server would keep.
 */
export async function buildExplorerWhenStale(): Promise<ExplorerBuild> {
  if (!(await isStale())) return 'UP_TO_DATE';
  if (!existsSync(VITE)) return 'NO_BUILD_TOOLS';

  process.stdout.write('Building the explorer.\n');
  await run(process.execPath, [VITE, 'build', EXPLORER]);
  return 'BUILT';
}

async function isStale(): Promise<boolean> {
  const built = join(EXPLORER, 'dist', 'index.html');
  if (!existsSync(built)) return true;

  const builtAt = (await stat(built)).mtimeMs;
  const names = await readdir(EXPLORER, { recursive: true, withFileTypes: true });
  const sources = names.filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(EXPLORER, 'dist')));
  const changes = await Promise.all(sources.map(async ({ parentPath, name }) => stat(join(parentPath, name))));
  return changes.some(({ mtimeMs }) => mtimeMs > builtAt);
}
