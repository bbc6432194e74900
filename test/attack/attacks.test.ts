import { afterAll, describe, expect, it } from '@jest/globals';

import { attacks } from './attacks.js';
import { world } from './world/open-world.js';
import type { Region } from './world/open-world.js';

const SEED = 1;
const regions = new Map<string, Promise<Region>>();

function regionOf(agencies: number | undefined): Promise<Region> {
  const name = String(agencies);
  const region = regions.get(name) ?? world(SEED, agencies === undefined ? {} : { agencies });
  regions.set(name, region);
  return region;
}

afterAll(async () => {
  for (const region of await Promise.all(regions.values())) await region.close();
});

describe.each([...attacks])('$id, $name', ({ run, weakening, agencies }) => {
  it('learns nothing it should not from the real build', async () => {
    const score = await run((await regionOf(agencies?.real)).real);
    console.log(JSON.stringify(score));
    expect(score).toMatchObject({ passes: true });
  });

  const bite = weakening === null ? it.skip : it;
  bite('breaks the build without the protection', async () => {
    const region = await regionOf(agencies?.weakened);
    const score = await run(await region.weakened(weakening ?? ''));
    console.log(JSON.stringify(score));
    expect(score).toMatchObject({ breaks: true });
  });
});
