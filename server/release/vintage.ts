import { createHash } from 'node:crypto';

import type { ReleaseManifest } from '../../schema/records/index.js';

import { blockNameOf, epochsOf } from './blocks.js';

const DIGEST_CHARACTERS = 16;

/**
 * Names the data behind a number: which agencies reported which of its months, under which epoch's keys.
 *
 * The same cell of the same vintage has the same count in every release. Source: disclosure policy, section 2.12.
 */
export function vintageOf(
  { keyIds, perturbationTableSha256, participants, blocks }: ReleaseManifest,
  { agencyIds, months }: { agencyIds: readonly string[]; months: readonly string[] },
): string {
  const [inside, asked] = [new Set(agencyIds), new Set(months)];
  const epochs = epochsOf(blocks);
  const parts = participants
    .filter(({ agencyId }) => inside.has(agencyId))
    .map(({ agencyId, months: reported }) => [
      agencyId,
      reported
        .filter((month) => asked.has(month))
        .map((month) => [month, epochs.get(blockNameOf({ agencyId, month }))] as const),
    ]);

  return createHash('sha256')
    .update(JSON.stringify([keyIds.record, keyIds.perturbation, perturbationTableSha256, parts]))
    .digest('hex')
    .slice(0, DIGEST_CHARACTERS);
}
