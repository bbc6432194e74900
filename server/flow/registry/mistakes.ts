import { AskerError } from '../../lib/index.js';

import type { House } from '../house.js';

/** An id: small letters, digits and single hyphens. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @throws where nobody has registered the agency. */
export async function refuseUnknownAgency(agencyId: string, store: House['store']): Promise<void> {
  if ((await store.registry.agenciesByIds([agencyId])).length > 0) return;
  throw new AskerError(
    'NOT_FOUND',
    `No agency ${agencyId} is registered. Programs, tokens, agreements and peer groups are of registered ones. Register it first.`,
  );
}

export function mayNotKeepRegistry(): AskerError {
  return new AskerError(
    'FORBIDDEN',
    'This token may not change who takes part. Only an operator may. Ask the operator of the region.',
  );
}

export function badField(what: string, given: string, limit: string): AskerError {
  return new AskerError('BAD_REQUEST', `The ${what} "${given}" cannot be used. It must be ${limit}. Mend it.`);
}
