import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { configFrom } from '../../server/config/index.js';
import { houseOf } from '../../server/flow/index.js';
import { refuseOtherSecrets, secretsOf } from '../../server/secrets.js';
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

  it.each([{ which: 'record' as const }, { which: 'perturbation' as const }, { which: 'signing' as const }])(
    'does not open with another $which secret, and names neither',
    async ({ which }) => {
      const { store, secrets, clock } = place.house;
      const other = houseOf({ store, secrets: { ...secrets, [which]: Buffer.alloc(32, 1) }, clock });
      await expect(refuseOtherSecrets(other)).rejects.toThrow(
        /^The secrets are not those release 2025-12\.1 was made with, or its manifest was changed\. [^0]*$/,
      );
    },
  );
});

describe('a key file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'headwaters-keys-')), 'keys.json');
  const keys = { MASTER_REC: 'ab'.repeat(32), MASTER_PERT: 'cd'.repeat(32), SIGNING_KEY: 'ef'.repeat(32) };
  const secretsWith = async (content: object, mode = 0o600) => {
    writeFileSync(file, JSON.stringify(content));
    chmodSync(file, mode);
    return secretsOf(configFrom({ KEY_FILE: file }));
  };

  it('gives the secrets', async () => {
    expect((await secretsWith(keys)).signing.toString('hex')).toBe(keys.SIGNING_KEY);
  });

  it.each([
    { name: 'open to others', content: keys, mode: 0o644, says: 'open to other users' },
    { name: 'without one of them', content: { ...keys, SIGNING_KEY: undefined }, says: 'SIGNING_KEY missing' },
    {
      name: 'with two that are equal',
      content: { ...keys, MASTER_PERT: keys.MASTER_REC },
      says: 'two secrets are equal',
    },
  ])('$name is refused, and no secret is repeated', async ({ content, mode, says }) => {
    const attempt = secretsWith(content, mode);
    await expect(attempt).rejects.toThrow(says);
    await expect(attempt).rejects.not.toThrow(keys.MASTER_REC);
  });

  it('that is not there is said so', async () => {
    await expect(secretsOf(configFrom({ KEY_FILE: `${file}.gone` }))).rejects.toThrow('cannot be read');
  });
});
