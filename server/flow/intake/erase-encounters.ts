import type { TokenHolder } from '../../../schema/records/index.js';
import { mayErase } from '../../access/index.js';
import { AskerError } from '../../lib/index.js';

import type { House } from '../house.js';

const KEY = /^[0-9a-f]{32}$/;

/**
 * Erase encounters by law; gives how many rows were found.
 *
 * A row nobody released goes at once. A released one keeps its codes and its record key as a tombstone, without any
 * identifier, until the next revision. Source: disclosure policy, section 2.12.
 */
export async function eraseEncounters(
  erasure: {
    readonly agencyId: string;
    readonly encounterKeys: readonly string[];
    readonly personTokens: readonly string[];
  },
  asker: TokenHolder,
  { store }: House,
): Promise<number> {
  const { agencyId, encounterKeys, personTokens } = erasure;
  if (!mayErase(asker, agencyId)) throw mayNotErase(agencyId);
  const keys = [...encounterKeys, ...personTokens];
  if (keys.length === 0 || !keys.every((key) => KEY.test(key))) throw notKeys();

  return store.submissions.erase(erasure);
}

function mayNotErase(agencyId: string): AskerError {
  return new AskerError(
    'FORBIDDEN',
    `This token may not erase encounters of ${agencyId}. Only the agency's data steward may, who knows whose they are. Use the steward's token.`,
  );
}

function notKeys(): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    'No encounter was named, or not by its key. A key or token is 32 hexadecimal digits, as in the anonymised file. ' +
      'Look it up there.',
  );
}
