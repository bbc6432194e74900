import type { AgreementChange, TokenHolder } from '../../../schema/records/index.js';
import { recordsSeenBy } from '../../access/index.js';
import { AskerError } from '../../lib/index.js';
import type { Page } from '../../store/index.js';

import type { House } from '../house.js';

/** A page of the agreements an asker may see, newest first: those of its agency, or all for an operator. */
export async function listAgreements(
  page: Page,
  asker: TokenHolder,
  { store }: House,
): Promise<{ readonly found: readonly AgreementChange[]; readonly totalCount: number }> {
  const seen = recordsSeenBy(asker);
  if (seen === 'NONE') throw noAgreements();

  const [found, totalCount] = await Promise.all([
    store.registry.agreementChanges(seen.agencyId, page),
    store.registry.agreementChangeCount(seen.agencyId),
  ]);
  return { found, totalCount };
}

function noAgreements(): AskerError {
  return new AskerError(
    'FORBIDDEN',
    'Your audience sees no agreements. The people of an agency see its own, an operator every one. Ask `agencies` for who takes part.',
  );
}
