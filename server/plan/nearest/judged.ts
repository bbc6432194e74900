import type { Lens, OutcomesQuestion, Refused } from '../../table/index.js';

/** A question, and what would become of it. */
export interface Judged {
  readonly question: OutcomesQuestion;
  /** As it is planned, since a comparison adds its arms, and through which lens; null where it may not be asked at all. */
  readonly planned: { readonly question: OutcomesQuestion; readonly lens: Lens } | null;
  /** Null when it is answered. */
  readonly refused: Refused | null;
}

/** Says of any question what would become of it, from metadata alone. */
export type Judge = (question: OutcomesQuestion) => Judged;
