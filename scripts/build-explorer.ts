import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const EXPLORER = fileURLToPath(new URL('../client/explorer', import.meta.url));

export type ExplorerBuild = 'BUILT' | 'UP_TO_DATE' | 'NO_BUILD_TOOLS';

/** Build the explorer when a file of it is newer than the last build. An installation without build tools does without. */
export async function buildExplorerWhenStale(): Promise<ExplorerBuild> {
  if (!(await isStale())) return 'UP_TO_DATE';

  const vite = await import('vite').catch(() => null);
  if (vite === null) return 'NO_BUILD_TOOLS';
  await vite.build({ configFile: join(EXPLORER, 'vite.config.ts') });
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
