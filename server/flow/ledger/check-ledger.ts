import type { TokenHolder } from '../../../schema/records/index.js';
import { mayReadWholeLedger } from '../../access/index.js';
import { AskerError } from '../../lib/index.js';
import { EMPTY, followed } from '../../ledger/index.js';

import type { House } from '../house.js';

/** What following the whole chain found. */
export interface LedgerCheck {
  readonly entries: number;
  /** Number of the first entry that does not follow the one before; null when all do. */
  readonly brokenAt: number | null;
  /** Ids of releases whose manifest names an end of the ledger that is not in it. */
  readonly forgottenBy: readonly string[];
  /** Hash of the last entry that follows: write it down, and a ledger made anew will not have it. */
  readonly head: string;
}

const ENTRIES_AT_ONCE = 1_000;

/** Follow the chain from its first entry to its last, and look for what releases remember of it. */
export async function checkLedger(asker: TokenHolder, { store }: House): Promise<LedgerCheck> {
  if (!mayReadWholeLedger(asker)) throw mayNotReadWholeLedger();

  const remembered = await store.releases.ledgerHeads();
  const missing = new Set(remembered.filter(({ hash }) => hash !== EMPTY.hash).map(({ hash }) => hash));
  let found: ReturnType<typeof followed> = { head: EMPTY, brokenAt: null };
  while (found.brokenAt === null) {
    const entries = await store.ledger.after({ seq: found.head.seq, first: ENTRIES_AT_ONCE });
    if (entries.length === 0) break;
    found = followed(found.head, entries);
    for (const { hash } of entries) missing.delete(hash);
  }
  const { head, brokenAt } = found;
  return {
    entries: head.seq,
    brokenAt,
    forgottenBy: remembered.filter(({ hash }) => missing.has(hash)).map(({ releaseId }) => releaseId),
    head: head.hash,
  };
}

export function mayNotReadWholeLedger(): AskerError {
  return new AskerError(
    'FORBIDDEN',
    'This token may not check the ledger. Only an operator may. Ask `ledger` for the questions about your own agency.',
  );
}
