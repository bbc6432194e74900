import { afterAll, describe, expect, it } from '@jest/globals';

import { isEveryAttack } from '../support/every-attack.js';

import { attacks } from './attacks.js';
import { world } from './world/open-world.js';
import type { Region, World } from './world/open-world.js';

const SEED = 1;

const regions = new Map<string, Promise<Region>>();

const hubs = new Map<string, Promise<World>>();

/** One process for every weakening of a region. */
async function weakenedWorld(agencies: number | undefined, weakening: string): Promise<World> {
  const region = await regionOf(agencies);
  const name = `${agencies} ${weakening}`;
  const hub = hubs.get(name) ?? region.weakened(weakening);
  hubs.set(name, hub);
  return hub;
}

function regionOf(agencies: number | undefined): Promise<Region> {
  const name = String(agencies);
  const region = regions.get(name) ?? world(SEED, agencies === undefined ? {} : { agencies });
  regions.set(name, region);
  return region;
}

afterAll(async () => {
  for (const region of await Promise.all(regions.values())) await region.close();
});

describe.each(attacks.filter(({ isFast }) => isFast === true || isEveryAttack))(
  '$id, $name',
  ({ run, weakening, agencies }) => {
    it('learns nothing it should not from the real build', async () => {
      const score = await run((await regionOf(agencies?.real)).real);
      expect(score).toMatchObject({ passes: true });
    });

    const bite = weakening === null ? it.skip : it;
    bite('breaks the build without the protection', async () => {
      const score = await run(await weakenedWorld(agencies?.weakened, weakening ?? ''));
      expect(score).toMatchObject({ breaks: true });
    });
  },
);
