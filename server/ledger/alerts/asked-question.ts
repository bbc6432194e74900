import type { OutcomesQuestion } from '../../table/index.js';

/** A question of the ledger as alerts judge it: what was asked and when, and nothing of the answer. */
export interface AskedQuestion {
  readonly askedAt: Date;
  /** The smallest area that holds every place asked about. */
  readonly area: string;
  /** Why it was refused; null when it was answered. */
  readonly refusal: string | null;
  readonly question: OutcomesQuestion;
}

/** Questions that together are worth a look, in the order asked. */
export interface Suspicion {
  readonly asked: readonly AskedQuestion[];
  /** What the limit is set on: different filters of a walk, refused questions within a minute. */
  readonly observed: number;
}
