import { LRUCache } from 'lru-cache';

import type { Clock } from '../lib/index.js';
import type { Store } from '../store/index.js';

import { chained, EMPTY, ledgerQueue } from '../ledger/index.js';
import type { LedgerQueue } from '../ledger/index.js';
import type { ComparisonTable, OutcomesTable } from './answers/outcomes-answer.js';
import type { ReleaseScene } from './answers/scene.js';

/** Everything a flow needs, built once at start. */
export interface House {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly memory: Memory;
  readonly ledger: LedgerQueue;
}

/** The master secrets, 32 bytes each. Never stored in the database, never logged. */
export interface Secrets {
  readonly record: Buffer;
  readonly perturbation: Buffer;
  /** Seed of the Ed25519 key releases and policies are signed with. */
  readonly signing: Buffer;
}

/** What is remembered between questions. A release never changes; only which one is the latest does. */
export interface Memory {
  readonly scenes: LRUCache<string, ReleaseScene>;
  readonly answers: LRUCache<string, OutcomesTable | ComparisonTable>;
  /** Id of the latest release, for a moment: another process may publish the next. */
  readonly latest: LRUCache<'release', string>;
  /** The tables somebody was answered of a release, by area, for a while: another process may answer more. */
  readonly tablesAsked: LRUCache<string, Promise<TablesAsked>>;
}

/** Area -> handles of tables. */
export type TablesAsked = Map<string, Set<string>>;

/** Most answers and releases remembered at once. */
const ANSWERS_MAX = 500;
const SCENES_MAX = 10;
const LATEST_TTL_MS = 1_000;
/** Most askers whose tables are remembered at once, and for how long. */
const ASKERS_MAX = 1_000;
const TABLES_TTL_MS = 60_000;

export function houseOf({ store, secrets, clock }: Omit<House, 'memory' | 'ledger'>): House {
  const memory: Memory = {
    scenes: new LRUCache({ max: SCENES_MAX }),
    answers: new LRUCache({ max: ANSWERS_MAX }),
    latest: new LRUCache({ max: 1, ttl: LATEST_TTL_MS }),
    tablesAsked: new LRUCache({ max: ASKERS_MAX, ttl: TABLES_TTL_MS }),
  };
  const ledger = ledgerQueue(async (notes) => store.ledger.append((head) => chained(notes, head ?? EMPTY)));
  return { store, secrets, clock, memory, ledger };
}
