import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { SingleBar } from 'cli-progress';

import { seedDemoRegion } from '../../seeds/index.js';
import type { DemoTokens } from '../../seeds/index.js';
import type { House } from '../../server/flow/index.js';

/** The demo region, loaded the first time, and a token for each of its audiences; null where the region is not the demo. */
export async function demoTokens(house: House, dataFolder: string): Promise<DemoTokens | null> {
  const file = join(dataFolder, 'demo-tokens.json');
  const agencies = await house.store.registry.agencies();
  if (agencies.length > 0) return keptTokens(house, file);

  const tokens = await load(house);
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
  return tokens;
}

async function keptTokens({ store }: House, file: string): Promise<DemoTokens | null> {
  if ((await store.releases.latest()) === null) throw halfLoaded(file);
  const kept = await readFile(file, 'utf8').catch(() => null);
  return kept === null ? null : (JSON.parse(kept) as DemoTokens);
}

async function load(house: House): Promise<DemoTokens> {
  process.stdout.write('Loading the synthetic demo region; a later start finds it there.\n');
  const bar = new SingleBar({ format: '{bar} {value}/{total} agencies' });
  let isStarted = false;
  try {
    return await seedDemoRegion(house, {
      onProgress: (done, all) => {
        if (!isStarted) bar.start(all, done);
        isStarted = true;
        bar.update(done);
      },
    });
  } finally {
    bar.stop();
  }
}

function halfLoaded(file: string): Error {
  return new Error(
    'The database has agencies and no release, so the demo region was left half loaded. A demo begins with an empty ' +
      `database. Remove the folder of ${file} and start again, or start with DEMO=false.`,
  );
}
