import { houseOf } from '../../server/flow/index.js';
import type { House } from '../../server/flow/index.js';
import { openStore } from '../../server/store/index.js';

import { freshDatabase } from './database.js';

/** The secrets of the reference vectors: known to everybody, so good for tests only. */
export const TEST_SECRETS = {
  record: Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex'),
  perturbation: Buffer.from('f0e1d2c3b4a5968778695a4b3c2d1e0ff0e1d2c3b4a5968778695a4b3c2d1e0f', 'hex'),
  signing: Buffer.alloc(32, 7),
};

/** When every test takes place. */
const TEST_NOW = new Date('2026-03-01T12:00:00Z');

export interface TestHouse {
  readonly house: House;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A house on a database of its own, with fixed secrets and a clock of its own, a millisecond further at every look. */
export async function testHouse(): Promise<TestHouse> {
  const database = await freshDatabase();
  const store = await openStore({ url: database.url });
  let looks = 0;
  return {
    house: houseOf({ store, secrets: TEST_SECRETS, clock: { now: () => new Date(TEST_NOW.getTime() + looks++) } }),
    url: database.url,
    close: async () => {
      await store.close();
      await database.close();
    },
  };
}
