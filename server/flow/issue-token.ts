import type { TokenHolder } from '../../schema/records/index.js';
import { newToken, tokenSha256 } from '../access/index.js';

import type { House } from './house.js';

/** Give somebody a token. It is shown this once: the house keeps its hash only. */
export async function issueToken(holder: TokenHolder, { store }: House): Promise<string> {
  const token = newToken();
  await store.tokens.add({ ...holder, sha256: tokenSha256(token) });
  return token;
}
