import type { Clock } from '../lib/index.js';
import type { Store } from '../store/index.js';

/** Everything a flow needs, built once at start. */
export interface House {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

/** The two master secrets, 32 bytes each. Never stored in the database, never logged. */
export interface Secrets {
  readonly record: Buffer;
  readonly perturbation: Buffer;
}
