import type { Asker } from '../../schema/records/index.js';
import { authenticate } from '../access/index.js';
import type { House } from '../flow/index.js';
import { AskerError } from '../lib/index.js';

import { wireError } from './errors.js';
import { loadersOf } from './loaders/loaders.js';
import type { Loaders } from './loaders/loaders.js';

/** What every resolver of one request is given. */
export interface Context {
  readonly asker: Asker;
  readonly house: House;
  readonly loaders: Loaders;
}

/** Longest purpose the ledger takes, in characters. */
const PURPOSE_MAX = 200;

/** The context of a request, or the error that nobody asks. */
export async function contextOf(
  { authorization, purpose = '' }: { authorization: string | undefined; purpose: string | undefined },
  house: House,
): Promise<Context> {
  try {
    const holder = await authenticate(authorization, house.store.tokens);
    if (purpose.length > PURPOSE_MAX) throw longPurpose(purpose.length);
    const asker = purpose.trim() === '' ? holder : { ...holder, purpose: purpose.trim() };
    return { asker, house, loaders: loadersOf(house.store) };
  } catch (error) {
    throw error instanceof AskerError ? wireError(error) : error;
  }
}

function longPurpose(length: number): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `The header Headwaters-Purpose has ${length} characters; ${PURPOSE_MAX} are the most. Say why you ask in fewer words.`,
  );
}
