import { afterAll, describe, expect, it } from '@jest/globals';

import { ATTACK_SEEDS, isEveryAttack } from '../support/every-attack.js';

import { attacks } from './attacks.js';
import { world } from './world/open-world.js';
import type { Region, World } from './world/open-world.js';
import type { RegionKind } from './world/region.js';

const FIRST_SEED = 1;
const TIMEOUT_MS = 300_000;

const regions = new Map<string, Promise<Region>>();

const hubs = new Map<string, Promise<World>>();

/** One process for every weakening of a region. */
async function weakenedWorld(kind: RegionKind | undefined, weakening: string): Promise<World> {
  const region = await regionOf(FIRST_SEED, kind);
  const name = `${kind} ${weakening}`;
  const hub = hubs.get(name) ?? region.weakened(weakening);
  hubs.set(name, hub);
  return hub;
}

function regionOf(seed: number, kind: RegionKind = 'SIX'): Promise<Region> {
  const name = `${seed} ${kind}`;
  const region = regions.get(name) ?? world(seed, kind);
  regions.set(name, region);
  return region;
}

afterAll(async () => {
  for (const region of await Promise.all(regions.values())) await region.close();
});

describe.each(attacks.filter(({ isFast }) => isFast === true || isEveryAttack))(
  '$id, $name',
  ({ run: runWhole, runShort, isOfOneRegion, weakening, region }) => {
    const run = isEveryAttack ? runWhole : (runShort ?? runWhole);
    const seeds = Array.from({ length: isOfOneRegion === true ? 1 : ATTACK_SEEDS }, (_, index) => FIRST_SEED + index);

    it.each(seeds)(
      'learns nothing it should not from the real build, in region %i',
      async (seed) => {
        const score = await run((await regionOf(seed, region?.real)).real);
        expect(score).toMatchObject({ passes: true });
      },
      TIMEOUT_MS,
    );

    const bite = weakening === null ? it.skip : it;
    bite(
      'breaks the build without the protection',
      async () => {
        const score = await run(await weakenedWorld(region?.weakened, weakening ?? ''));
        expect(score).toMatchObject({ breaks: true });
      },
      TIMEOUT_MS,
    );
  },
);
