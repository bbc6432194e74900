import type { Release, ReleaseDraft, ReleaseMonth, TokenHolder } from '../../../schema/records/index.js';
import { mayRelease } from '../../access/index.js';
import { AskerError } from '../../lib/index.js';
import { blockKeysFor, keyId, perturbationTableSha256, policyId } from '../../protect/index.js';
import { EMPTY } from '../../ledger/index.js';
import { manifestOf, signerFrom } from '../../release/index.js';
import { RECORD_CLASSES } from '../../table/index.js';

import { mayNotRelease } from './draft-release.js';
import { refuseIdleRevision } from './refuse-idle-revision.js';
import type { House } from '../house.js';
import { placesOf } from '../registry/places.js';

/** Publish a draft, exactly as drafted. A release never changes, and is there whole or not at all. */
export async function publishRelease(
  { draftId }: { draftId: string },
  asker: TokenHolder,
  house: House,
): Promise<Release> {
  if (!mayRelease(asker)) throw mayNotRelease();
  const draft = await house.store.releases.draftById(draftId);
  if (draft === null) throw noSuchDraft(draftId);
  await refuseIdleRevision(draft, house);
  return publishDraft(draft, asker, house);
}

/** Write a draft as a release made with the secrets of the house, all of it or nothing. */
export async function publishDraft(draft: ReleaseDraft, asker: TokenHolder, house: House): Promise<Release> {
  const { store, secrets, memory } = house;
  const published = await store.releases.publish({
    draft,
    publishedBy: asker.id,
    rekeyed: await monthsToRekey(draft, house),
    keysOf: (block) => blockKeysFor(secrets.record, block),
    frequentFrom: RECORD_CLASSES.at(-1) ?? Infinity,
    seal: await sealOf(draft, house),
  });
  if (published === null) throw staleDraft(draft.id);

  memory.scenes.clear();
  memory.answers.clear();
  memory.latest.clear();
  return published;
}

/** Months under the keys of a revision that the release before does not have so already. */
async function monthsToRekey({ months, baseId }: ReleaseDraft, { store }: House): Promise<readonly ReleaseMonth[]> {
  const nameOf = ({ agencyId, month, submissionId, epoch }: ReleaseMonth): string =>
    [agencyId, month, submissionId, epoch].join(' ');
  const there = new Set((baseId === null ? [] : await store.releases.monthsOf(baseId)).map(nameOf));
  return months.filter((month) => month.epoch > 0 && !there.has(nameOf(month)));
}

/** How the rows of the draft become a signed release. */
async function sealOf(
  { months, kind, throughMonth, baseId, peerGroups }: ReleaseDraft,
  { store, secrets, clock }: House,
): Promise<Parameters<House['store']['releases']['publish']>[0]['seal']> {
  const previous = baseId === null ? null : await store.releases.byId(baseId);
  const places = placesOf(await store.registry.agencies());
  const id = `${throughMonth}.${(await store.releases.count()) + 1}`;
  const publishedAt = clock.now();
  const signer = signerFrom(secrets.signing);
  const keyIds = {
    record: keyId(secrets.record),
    perturbation: keyId(secrets.perturbation),
    signing: signer.keyId,
  };
  const { hash: ledgerHead } = (await store.ledger.head()) ?? EMPTY;
  const made = { releaseId: id, kind, cutoff: publishedAt.toISOString(), throughMonth, ledgerHead, policyId, keyIds };

  return (facts) => {
    const manifest = manifestOf({ previous, months, facts, places, peerGroups }, { ...made, perturbationTableSha256 });
    const { fromMonth } = manifest;
    return {
      id,
      publishedAt,
      fromMonth,
      throughMonth,
      manifest,
      signature: signer.sign(JSON.stringify(manifest)),
      retiredAt: null,
    };
  };
}

function noSuchDraft(draftId: string): AskerError {
  return new AskerError(
    'NOT_FOUND',
    `There is no draft ${draftId}. A draft is gone once a release is published. Draft the release again.`,
  );
}

function staleDraft(draftId: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `Draft ${draftId} was made before the latest release, so it is not what would be published now. ` +
      'Draft the release again and look at what changes.',
  );
}
