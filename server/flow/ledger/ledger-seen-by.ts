import type { TokenHolder } from '../../../schema/records/index.js';
import { mayReadWholeLedger } from '../../access/index.js';
import { AskerError } from '../../lib/index.js';
import { areasAround } from '../../ledger/index.js';

import type { House } from '../house.js';

/** The areas whose questions an asker may read: those its agency is in, or all (null) for an operator. */
export async function ledgerSeenBy(asker: TokenHolder, { store }: House): Promise<readonly string[] | null> {
  if (mayReadWholeLedger(asker)) return null;

  const [agency] = asker.agencyId === null ? [] : await store.registry.agenciesByIds([asker.agencyId]);
  if (agency === undefined) throw noLedger();
  return areasAround({ agencyId: agency.id, county: agency.county, state: agency.state });
}

function noLedger(): AskerError {
  return new AskerError(
    'FORBIDDEN',
    'Your audience sees no ledger. The people of an agency see the questions about areas it is in, an operator all of ' +
      'them. Ask `viewer` for how much you have asked yourself.',
  );
}
