import type { Release, ReleaseDraft, TokenHolder } from '../../../schema/records/index.js';
import { mayRelease } from '../../access/index.js';
import { AskerError, newId } from '../../lib/index.js';
import { rotated, sealedBlocks } from '../../release/index.js';

import { draftedAfter, mayNotRelease, refuseSecondRevision } from './draft-release.js';
import type { House, Secrets } from '../house.js';
import { publishDraft } from './publish-release.js';

/**
 * Publish the yearly revision under new secrets, on the machine of the house alone.
 *
 * Every released block gets the keys of its next epoch, so every number is drawn once more: one more look for everybody,
 * counted as a revision of each. Earlier releases stop answering, because their numbers need the old secrets. All of it
 * happens in one transaction. Source: disclosure policy, section 2.17.
 */
export async function rotateSecrets({ next }: { next: Secrets }, asker: TokenHolder, house: House): Promise<Release> {
  if (!mayRelease(asker)) throw mayNotRelease();
  const latest = await house.store.releases.latest();
  if (latest === null) throw nothingToRotate();
  if (isAnyKept(house.secrets, next)) throw secretKept();
  await refuseSecondRevision(house);

  const { id: baseId, throughMonth } = latest;
  const { drafted, released, peerGroups } = await draftedAfter(latest, { throughMonth, kind: 'REVISION' }, house);
  const sealed = sealedBlocks({ months: released });
  if (sealed.length > 0) throw areSealed(sealed);

  const made = { id: newId(), kind: 'ROTATION', createdAt: house.clock.now(), createdBy: asker.id } as const;
  const draft: ReleaseDraft = { ...made, throughMonth, baseId, peerGroups, ...rotated(drafted, { months: released }) };
  return publishDraft(draft, asker, { ...house, secrets: next });
}

function isAnyKept(old: Secrets, next: Secrets): boolean {
  return old.record.equals(next.record) || old.perturbation.equals(next.perturbation);
}

function nothingToRotate(): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    'Nothing has been released yet. New secrets need a revision only where numbers were made with the old ones. Give the ' +
      'house the new secrets and start it.',
  );
}

function secretKept(): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    'MASTER_REC or MASTER_PERT is the same as before. A rotation replaces both, because either one alone gives every ' +
      'number another look and half the benefit. Make new ones with: openssl rand -hex 32',
  );
}

function areSealed(names: readonly string[]): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `${names.length} blocks were revised twice already: ${names.slice(0, NAMED_MAX).join(', ')}. A block is seen under at ` +
      'most three sets of keys. Keep the secrets, or publish a region without those years from a new house.',
  );
}

/** Most blocks named in one message. */
const NAMED_MAX = 5;
