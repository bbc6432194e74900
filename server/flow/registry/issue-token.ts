import type { TokenHolder } from '../../../schema/records/index.js';
import { mayKeepRegistry, newToken, tokenSha256 } from '../../access/index.js';
import { AskerError, newId } from '../../lib/index.js';

import type { House } from '../house.js';
import { mayNotKeepRegistry, refuseUnknownAgency } from './mistakes.js';

/** Give somebody a token. It is shown this once: the house keeps its hash only. */
export async function issueToken(
  holder: Omit<TokenHolder, 'id'>,
  asker: TokenHolder,
  { store }: House,
): Promise<string> {
  if (!mayKeepRegistry(asker)) throw mayNotKeepRegistry();
  const { audience, agencyId, state } = holder;
  const needsAgency = audience === 'ANALYST' || audience === 'STEWARD';
  if (needsAgency !== (agencyId !== null)) throw misplaced('agency', 'an analyst or steward');
  if ((audience === 'STATE_OFFICE') !== (state !== null)) throw misplaced('state', 'a state office');
  if (agencyId !== null) await refuseUnknownAgency(agencyId, store);

  const token = newToken();
  await store.tokens.add({ ...holder, id: newId(), sha256: tokenSha256(token) });
  return token;
}

/** The token of the first operator, made once, in a house that has issued none; null when it has. */
export async function firstOperatorToken({ store }: House): Promise<string | null> {
  if (!(await store.tokens.isEmpty())) return null;

  const token = newToken();
  const holder = { id: newId(), name: 'First operator', audience: 'OPERATOR', agencyId: null, state: null } as const;
  await store.tokens.add({ ...holder, sha256: tokenSha256(token) });
  return token;
}

function misplaced(what: string, whose: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `The ${what} of the token does not go with its audience. Only ${whose} has one, and must. Give or leave out the ${what}.`,
  );
}
