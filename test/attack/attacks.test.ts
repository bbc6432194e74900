import { afterAll, describe, expect, it } from '@jest/globals';

import { ATTACK_SEEDS, isEveryAttack } from '../support/every-attack.js';

import { attacks } from './attacks.js';
import type { Attack } from './score.js';
import { regionsOf } from './world/regions.js';

const FIRST_SEED = 1;
const TIMEOUT_MS = 300_000;

const chosen = attacks.filter(({ isFast }) => isFast === true || isEveryAttack);
const seeds = Array.from({ length: ATTACK_SEEDS }, (_, index) => FIRST_SEED + index);

/** The whole attack on the first region; on the others, what is quick of it. */
function runOn(seed: number, { run, runShort, runAgain }: Attack): Attack['run'] {
  if (isEveryAttack) return run;
  const first = runShort ?? run;
  return seed === FIRST_SEED ? first : (runAgain ?? first);
}

// Region by region, so that no more houses are open at once than one region needs.
describe.each(seeds)('in region %i', (seed) => {
  const regions = regionsOf(seed);

  afterAll(async () => {
    await regions.close();
  });

  it.each(chosen.filter(({ isOfOneRegion }) => isOfOneRegion !== true || seed === FIRST_SEED))(
    '$id, $name: learns nothing it should not from the real build',
    async (attack) => {
      const { real } = await regions.of(attack.region?.real);
      expect(await runOn(seed, attack)(real)).toMatchObject({ passes: true });
    },
    TIMEOUT_MS,
  );

  const toothed = chosen.filter(({ weakening }) => weakening !== null && seed === FIRST_SEED);
  if (toothed.length === 0) return;

  it.each(toothed)(
    '$id, $name: breaks the build without $weakening',
    async (attack) => {
      const weak = await regions.weakened(attack.region?.weakened, attack.weakening ?? '');
      expect(await runOn(seed, attack)(weak)).toMatchObject({ breaks: true });
    },
    TIMEOUT_MS,
  );
});
