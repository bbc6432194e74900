import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { draftRelease, issueToken } from '../../server/flow/index.js';
import { ask } from '../support/ask.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import { testHouse } from '../support/house.js';
import type { TestHouse } from '../support/house.js';
import { KILLS, hubProcess, settingsOn } from '../support/hub-process.js';
import { contribute, onboard, operator, release } from '../support/people.js';

const AGENCIES = ['north', 'south', 'east', 'west'];
const ROWS = 4_000;

let place: TestHouse;
let token: string;

beforeAll(async () => {
  place = await testHouse();
  for (const name of AGENCIES) {
    await onboard(place.house, name, `WA/${name}`);
    await contribute(place.house, name, anonymisedFile(encounters(ROWS, name, '2025-03')));
  }
  await release(place.house, '2025-03');
  for (const name of AGENCIES)
    await contribute(place.house, name, anonymisedFile(encounters(ROWS + 1, name, '2025-03')));
  token = await issueToken(operator, operator, place.house);
});

afterAll(async () => {
  await place.close();
});

interface Stored {
  readonly releases: number;
  readonly months: number;
  readonly rekeyed: number;
}

async function stored(): Promise<Stored | undefined> {
  const [row] = await place.house.store.query<Stored>({
    text: `select (select count(*)::int from release) as releases, (select count(*)::int from release_month) as months,
                  (select count(*)::int from encounter where epoch > 0) as rekeyed`,
    values: [],
  });
  return row;
}

describe('a hub killed in the middle of publishing a revision', () => {
  it(
    'has the old release or the new one, whole',
    async () => {
      const before = { releases: 1, months: AGENCIES.length, rekeyed: 0 };
      const whole = { releases: 2, months: 2 * AGENCIES.length, rekeyed: AGENCIES.length * (ROWS + 1) };
      let interrupted = 0;

      for (let round = 0; round < KILLS; round += 1) {
        const { id } = await draftRelease({ throughMonth: '2025-03', kind: 'REVISION' }, operator, place.house);
        const hub = await hubProcess(settingsOn(place.url));
        const publishing = ask(hub.address, `mutation { publishRelease(draft: "${id}") { id } }`, { token }).catch(
          () => null,
        );
        await pause(20 + 40 * (round % 4));
        await hub.kill();
        await publishing;
        await pause(100);
        if ((await stored())?.releases === 2) break;

        expect(await stored()).toEqual(before);
        interrupted += 1;
      }
      expect(interrupted).toBeGreaterThan(0);

      if ((await stored())?.releases === 1) await release(place.house, '2025-03', 'REVISION');
      expect(await stored()).toEqual(whole);
    },
    60_000 + KILLS * 20_000,
  );
});
