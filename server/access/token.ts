import { createHash } from 'node:crypto';

import type { TokenHolder } from '../../schema/records/index.js';
import { AskerError, randomToken } from '../lib/index.js';

const TOKEN_BYTES = 32;
const TOKEN_SHAPE = /^hw_[\w-]{43}$/;

/** A new bearer token: shown once, and kept as its SHA-256 only. */
export function newToken(): string {
  return `hw_${randomToken(TOKEN_BYTES)}`;
}

export function tokenSha256(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Where tokens are looked up. */
export interface TokenDirectory {
  readonly bySha256: (sha256: string) => Promise<TokenHolder | null>;
}

/** Who holds the token of an `Authorization` header. @throws when nobody does: nothing is answered without one. */
export async function authenticate(authorization: string | undefined, tokens: TokenDirectory): Promise<TokenHolder> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw unauthenticated('No token came with the request.');

  const holder = TOKEN_SHAPE.test(token) ? await tokens.bySha256(tokenSha256(token)) : null;
  if (holder === null) throw unauthenticated('The token is not known here.');
  return holder;
}

function unauthenticated(happened: string): AskerError {
  return new AskerError(
    'UNAUTHENTICATED',
    `${happened} Every question needs one. Send the header "Authorization: Bearer hw_..." with a token from your operator.`,
  );
}
