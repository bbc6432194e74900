import type { TokenHolder } from '../../schema/records/index.js';
import { authenticate } from '../access/index.js';
import type { House } from '../flow/index.js';
import { AskerError } from '../lib/index.js';

import { wireError } from './errors.js';
import { loadersOf } from './loaders/loaders.js';
import type { Loaders } from './loaders/loaders.js';

/** What every resolver of one request is given. */
export interface Context {
  readonly asker: TokenHolder;
  readonly house: House;
  readonly loaders: Loaders;
}

/** The context of a request, or the error that nobody asks. */
export async function contextOf(authorization: string | undefined, house: House): Promise<Context> {
  try {
    const asker = await authenticate(authorization, house.store.tokens);
    return { asker, house, loaders: loadersOf(house.store) };
  } catch (error) {
    throw error instanceof AskerError ? wireError(error) : error;
  }
}
