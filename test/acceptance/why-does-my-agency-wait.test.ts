import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { command } from '../support/command.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import { contribute, onboard, operator } from '../support/people.js';
import type { ServedHouse } from '../support/served.js';
import { smallRegion } from '../support/small-region.js';

let place: ServedHouse;
let token: string;

beforeAll(async () => {
  place = await smallRegion();
  token = await place.tokenFor(operator);
  await join('fifth-pd');
});

afterAll(async () => {
  await place.close();
});

/** A new agency sends months that are released for others already. */
async function join(agency: string): Promise<void> {
  await onboard(place.house, agency, 'WA/New');
  await contribute(place.house, agency, anonymisedFile(encounters(50, agency, '2025-03')));
}

/** What `npm run release` says of the months released already, on one line however wide its table is. */
async function said(...options: readonly string[]) {
  const { words, exitCode } = await command('release', ['--through', '2025-12', '--hub', place.address, ...options], {
    token,
  });
  return { exitCode, words: words.replaceAll(/\s+/g, ' ') };
}

describe('a new agency in a region that has releases', () => {
  it('is said to wait for a second one, in an ordinary release', async () => {
    expect(await said()).toEqual({
      exitCode: 0,
      words: expect.stringMatching(/WAITS │ fifth-pd │ 2025-03 │ waits for a second agency to enter or leave with it/),
    });
  });

  it('cannot use up the revision of the year for nothing', async () => {
    const { exitCode, words } = await said('--revision', '--publish');
    expect(exitCode).toBe(1);
    expect(words).toContain(
      'This revision would change nothing, and the only one of 2026 would be spent. fifth-pd, month 2025-03: one',
    );
    expect(words).toContain('Wait for a second agency');
    expect(await place.house.store.releases.count()).toBe(1);
  });

  it('waits for the yearly revision only once there are two, and is in it', async () => {
    await join('sixth-pd');
    expect((await said()).words).toMatch(/WAITS │ fifth-pd │ 2025-03 │ waits for the yearly revision/);

    const { exitCode, words } = await said('--revision', '--publish');
    expect([exitCode, words]).toEqual([
      0,
      expect.stringContaining('Published 2025-12.2: 2025-01 to 2025-12, 6 agencies.'),
    ]);
  });
});
