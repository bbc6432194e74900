import type { ReleaseChange, ReleaseDraft } from '../../../schema/records/index.js';
import { AskerError } from '../../lib/index.js';
import { changesNothing } from '../../release/index.js';

import type { House } from '../house.js';
import { placesOf } from '../registry/places.js';

/** Refuse a revision that would change nothing: there is one a year, and it would be spent. */
export async function refuseIdleRevision(draft: ReleaseDraft, { store, clock }: House): Promise<void> {
  if (draft.kind !== 'REVISION' || draft.baseId === null) return;
  const base = await store.releases.byId(draft.baseId);
  const places = placesOf(await store.registry.agencies());
  if (base !== null && changesNothing(draft, { inForce: base.manifest, places }))
    throw idle(draft.changes, clock.now().getUTCFullYear());
}

function idle(changes: readonly ReleaseChange[], year: number): AskerError {
  const reasons = changes.slice(0, NAMED_MAX).map(reasonOf);
  const left = changes.length - reasons.length;
  const why = [...reasons, ...(left > 0 ? [`and ${left} more`] : [])].join('; ');
  return new AskerError(
    'BAD_REQUEST',
    `This revision would change nothing, and the only one of ${year} would be spent. ` +
      `${changes.length === 0 ? 'Nothing accepted waits for it' : why}. ` +
      'Wait for a second agency or another correction, or draft an ORDINARY release for new months.',
  );
}

function reasonOf({ change, agencyId, months }: ReleaseChange): string {
  const which = `${agencyId}, ${months.length === 1 ? 'month' : `${months.length} months from`} ${months[0] ?? ''}`;
  return change === 'SEALED'
    ? `${which}: sealed, for the year was revised twice already`
    : `${which}: one agency may not enter or leave a pool of the past alone, for the difference would be its own`;
}

/** Most changes named in one message. */
const NAMED_MAX = 5;
