import { writeFile } from 'node:fs/promises';

import { ask } from '../support/ask.js';
import { startTestServer } from '../support/test-server.js';

import { attacks } from './attacks.js';
import type { Attack } from './score.js';
import { scorecard, summaryOf } from './scorecard.js';
import type { Run, Version } from './scorecard.js';
import { world } from './world/open-world.js';
import { regionsOf } from './world/regions.js';

const FOLDER = 'test/attack';
const FIRST_SEED = 1;

/** Run the attacks against both builds of every region, and write the scorecard. @returns whether all is well. */
async function attackAll(seeds: number, only: readonly string[], builds: string): Promise<boolean> {
  const chosen = attacks.filter(({ id }) => only.length === 0 || only.includes(id));
  const version = await versionAttacked();
  const runs: Run[] = [];
  let isWell = true;
  for (let seed = FIRST_SEED; seed <= seeds; seed += 1) {
    runs.push(...(await attackOn(seed, chosen, builds)));
    // After every region, so that a run that is broken off leaves the card of those it finished.
    isWell = await writeDown({ seeds: seed, version, chosen, runs });
  }
  return isWell;
}

/** The rules and the lattice of what is attacked, from the manifest of a release that has all there is. */
async function versionAttacked(): Promise<Version> {
  const region = await world(FIRST_SEED, 'GROUPED');
  const token = region.real.tokenOf('researcher');
  const { data } = await ask(region.real.address, '{ releases(first: 1) { edges { node { manifest } } } }', { token });
  await region.close();
  const { edges } = data?.['releases'] as {
    readonly edges: readonly { readonly node: { readonly manifest: string } }[];
  };
  const { policyId, latticeVersion } = JSON.parse(edges[0]?.node.manifest ?? '{}') as Version;
  return { policyId, latticeVersion };
}

/** @returns whether the real build held everywhere, and every weakened one broke. */
async function writeDown({
  seeds,
  version,
  chosen,
  runs,
}: {
  seeds: number;
  version: Version;
  chosen: readonly Attack[];
  runs: readonly Run[];
}): Promise<boolean> {
  const summaries = chosen.map((attack) =>
    summaryOf(
      attack,
      runs.filter(({ id }) => id === attack.id),
    ),
  );
  await writeFile(
    `${FOLDER}/scorecard.json`,
    `${JSON.stringify({ seeds, ...version, summaries, runs }, withoutClues, 2)}\n`,
  );
  await writeFile(`${FOLDER}/scorecard.md`, scorecard(summaries, { seeds, ...version }));
  return summaries.every(({ isHeld, hasTeeth }) => isHeld && hasTeeth !== false);
}

/** Thousands of guesses stay out of the file; what they come to is in the summaries. */
function withoutClues(key: string, value: unknown): unknown {
  return key === 'views' ? undefined : value;
}

async function attackOn(seed: number, chosen: readonly Attack[], builds: string): Promise<readonly Run[]> {
  const regions = regionsOf(seed);
  const runs: Run[] = [];
  for (const { id, run, weakening, region } of chosen) {
    const real = await run((await regions.of(region?.real)).real);
    const weak =
      weakening === null || builds === 'real' ? null : await run(await regions.weakened(region?.weakened, weakening));
    runs.push({ id, seed, real, weak });
    process.stdout.write(
      `seed ${seed} ${id}: ${real.score} ${real.passes ? 'held' : 'LOST'}; weakened ${weak?.score ?? '-'}\n`,
    );
  }
  await regions.close();
  return runs;
}

const [seeds = '5', only = '', builds = 'both'] = process.argv.slice(2);
const stop = await startTestServer();
try {
  const isWell = await attackAll(Number(seeds), only.split(',').filter(Boolean), builds);
  process.exitCode = isWell ? 0 : 1;
} finally {
  await stop();
}
