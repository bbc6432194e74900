import type { AdjustedQuestion, Lens, OutcomesQuestion, Refused } from '../../table/index.js';

/** A question, and what would become of it. */
export interface Judged {
  readonly question: AdjustedQuestion;
  /** As it is planned, since a comparison adds its arms and strata, and through which lens; none where it may not be asked. */
  readonly planned: readonly { readonly question: OutcomesQuestion; readonly lens: Lens }[];
  /** The one agency that may be asked about in this way; null where others may. */
  readonly ownAgency: string | null;
  /** Null when it is answered. */
  readonly refused: Refused | null;
}

/** Says of any question what would become of it, from metadata alone. */
export type Judge = (question: AdjustedQuestion) => Judged;
