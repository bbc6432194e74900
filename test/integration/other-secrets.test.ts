import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { houseOf } from '../../server/flow/index.js';
import { refuseOtherSecrets } from '../../server/secrets.js';
import type { ServedHouse } from '../support/served.js';
import { smallRegion } from '../support/small-region.js';

let place: ServedHouse;

beforeAll(async () => {
  place = await smallRegion();
});

afterAll(async () => {
  await place.close();
});

describe('a house with releases', () => {
  it('opens with the secrets they were made with', async () => {
    await expect(refuseOtherSecrets(place.house)).resolves.toBeUndefined();
  });

  it.each([{ which: 'record' as const }, { which: 'perturbation' as const }])(
    'does not open with another $which secret, and names neither',
    async ({ which }) => {
      const { store, secrets, clock } = place.house;
      const other = houseOf({ store, secrets: { ...secrets, [which]: Buffer.alloc(32, 1) }, clock });
      await expect(refuseOtherSecrets(other)).rejects.toThrow(
        /^The secrets are not those release 2025-12\.1 was made with\. [^0]*$/,
      );
    },
  );
});
