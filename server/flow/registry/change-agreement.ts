import type { AgreementChange, TokenHolder } from '../../../schema/records/index.js';
import { mayKeepRegistry } from '../../access/index.js';
import { AskerError } from '../../lib/index.js';

import type { House } from '../house.js';
import { mayNotKeepRegistry, refuseUnknownAgency } from './mistakes.js';

/** Write down that one agency lets another see its agency-level cells, or no longer does. The history stays. */
export async function changeAgreement(
  agreement: Pick<AgreementChange, 'grantingAgencyId' | 'askingAgencyId' | 'isGranted'>,
  asker: TokenHolder,
  { store, clock }: House,
): Promise<AgreementChange> {
  if (!mayKeepRegistry(asker)) throw mayNotKeepRegistry();
  const { grantingAgencyId, askingAgencyId } = agreement;
  if (grantingAgencyId === askingAgencyId) throw withItself(grantingAgencyId);
  for (const id of [grantingAgencyId, askingAgencyId]) await refuseUnknownAgency(id, store);

  return store.registry.changeAgreement({ ...agreement, changedAt: clock.now(), changedBy: asker.id });
}

function withItself(agencyId: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `${agencyId} cannot agree with itself. An agency sees its own rows without an agreement. Name two agencies.`,
  );
}
