import { writeFile } from 'node:fs/promises';

import { startTestServer } from '../support/test-server.js';

import { attacks } from './attacks.js';
import type { Attack, Score } from './score.js';
import { scorecard, summaryOf } from './scorecard.js';
import type { Run } from './scorecard.js';
import { world } from './world/open-world.js';
import type { Region } from './world/open-world.js';
import type { RegionKind } from './world/region.js';

const FOLDER = 'test/attack';

/** Run the attacks against both builds of every region, and write the scorecard. @returns whether all is well. */
async function attackAll(seeds: number, only: readonly string[], builds: string): Promise<boolean> {
  const chosen = attacks.filter(({ id }) => only.length === 0 || only.includes(id));
  const runs: Run[] = [];
  let isWell = true;
  for (let seed = 1; seed <= seeds; seed += 1) {
    runs.push(...(await attackOn(seed, chosen, builds)));
    // After every region, so that a run that is broken off leaves the card of those it finished.
    isWell = await writeDown({ seeds: seed, chosen, runs });
  }
  return isWell;
}

/** @returns whether the real build held everywhere, and every weakened one broke. */
async function writeDown({
  seeds,
  chosen,
  runs,
}: {
  seeds: number;
  chosen: readonly Attack[];
  runs: readonly Run[];
}): Promise<boolean> {
  const summaries = chosen.map((attack) =>
    summaryOf(
      attack,
      runs.filter(({ id }) => id === attack.id),
    ),
  );
  await writeFile(`${FOLDER}/scorecard.json`, `${JSON.stringify({ seeds, summaries, runs }, withoutClues, 2)}\n`);
  await writeFile(`${FOLDER}/scorecard.md`, scorecard(summaries, seeds));
  return summaries.every(({ isHeld, hasTeeth }) => isHeld && hasTeeth !== false);
}

/** Thousands of guesses stay out of the file; what they come to is in the summaries. */
function withoutClues(key: string, value: unknown): unknown {
  return key === 'views' ? undefined : value;
}

async function attackOn(seed: number, chosen: readonly Attack[], builds: string): Promise<readonly Run[]> {
  const regions = new Map<RegionKind, Region>();
  const regionOf = async (kind: RegionKind = 'SIX'): Promise<Region> => {
    const region = regions.get(kind) ?? (await world(seed, kind));
    regions.set(kind, region);
    return region;
  };
  const runs: Run[] = [];
  for (const { id, run, weakening, region } of chosen) {
    const real = await run((await regionOf(region?.real)).real);
    const weak =
      weakening === null || builds === 'real' ? null : await broken(await regionOf(region?.weakened), run, weakening);
    runs.push({ id, seed, real, weak });
    process.stdout.write(
      `seed ${seed} ${id}: ${real.score} ${real.passes ? 'held' : 'LOST'}; weakened ${weak?.score ?? '-'}\n`,
    );
  }
  for (const region of regions.values()) await region.close();
  return runs;
}

async function broken(region: Region, run: Attack['run'], weakening: string): Promise<Score> {
  return run(await region.weakened(weakening));
}

const [seeds = '5', only = '', builds = 'both'] = process.argv.slice(2);
const stop = await startTestServer();
try {
  const isWell = await attackAll(Number(seeds), only.split(',').filter(Boolean), builds);
  process.exitCode = isWell ? 0 : 1;
} finally {
  await stop();
}
