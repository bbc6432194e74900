import { createHash, verify } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ask } from '../../support/ask.js';
import { publicReader } from '../../support/people.js';
import type { ServedHouse } from '../../support/served.js';
import { smallRegion } from '../../support/small-region.js';

interface Signed {
  readonly region: {
    readonly signingKey: string;
    readonly policy: { readonly id: string; readonly document: string; readonly signature: string };
    readonly latestRelease: { readonly manifest: string; readonly signature: string; readonly policyId: string };
  };
  readonly outcomes: { readonly policy: { readonly id: string } };
}

let place: ServedHouse;
let data: Signed;

beforeAll(async () => {
  place = await smallRegion();
  const answer = await ask(
    place.address,
    `{
      region { signingKey policy { id document signature } latestRelease { manifest signature policyId } }
      outcomes { ... on OutcomesTable { policy { id } } }
    }`,
    { token: await place.tokenFor(publicReader) },
  );
  data = answer.data as unknown as Signed;
});

afterAll(async () => {
  await place.close();
});

describe('what the house signs', () => {
  it('can be checked by anybody with the public key alone', () => {
    const { signingKey, policy, latestRelease } = data.region;
    for (const { text, signature } of [
      { text: policy.document, signature: policy.signature },
      { text: latestRelease.manifest, signature: latestRelease.signature },
    ]) {
      expect(verify(null, Buffer.from(text), signingKey, Buffer.from(signature, 'base64'))).toBe(true);
      expect(verify(null, Buffer.from(`${text} `), signingKey, Buffer.from(signature, 'base64'))).toBe(false);
    }
  });

  it('is one policy, named by its own digest in the region, the release and every answer', () => {
    const { policy, latestRelease } = data.region;
    const digest = createHash('sha256').update(policy.document).digest('hex');
    expect(policy.id).toBe(`ckm-${digest.slice(0, 12)}`);
    expect([latestRelease.policyId, data.outcomes.policy.id]).toEqual([policy.id, policy.id]);
    expect(JSON.parse(policy.document)).toMatchObject({ pools: { openFrom: 4, orderOneFrom: 3, shareMax: 0.75 } });
  });
});
