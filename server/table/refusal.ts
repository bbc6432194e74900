import type { AdjustedQuestion } from './question.js';

export type RefusalReason =
  | 'ORDER_NOT_ALLOWED'
  | 'TIME_GRAIN_NOT_ALLOWED'
  | 'AGENCY_LEVEL_NOT_ALLOWED'
  | 'PERSONS_NOT_ADDITIVE'
  | 'NO_ROW_PERMITTED'
  | 'PERIOD_NOT_RELEASED'
  | 'NOTHING_RELEASED'
  | 'TOO_MANY_CELLS'
  | 'TOO_MANY_STRATA'
  | 'PEER_GROUP_MIXED'
  | 'NOT_OWN_AGENCY'
  | 'MEETS_SHARED_TABLE'
  | 'QUOTA_REACHED'
  | 'TOO_FEW_QUARTERS'
  | 'NO_COMPARISON_GROUP'
  | 'NOT_COMPARABLE';

/** A question that is not answered: why, from metadata alone, and what would be answered instead. */
export interface Refused {
  readonly kind: 'REFUSED';
  readonly reason: RefusalReason;
  /** What happened, the limit, and what to do. */
  readonly message: string;
  /** What would make it answerable, in a sentence. */
  readonly remedy: string;
  /** The nearest question that is answered; null when there is none, or none was looked for yet. */
  readonly nearest: Nearest | null;
}

/** A question near another one, and what is different about it, in words that go on from "It is answered". */
export interface Nearest {
  readonly question: AdjustedQuestion;
  readonly changes: readonly string[];
}

/** @param because what happened, and the limit. */
export function refused({
  reason,
  because,
  remedy,
}: {
  reason: RefusalReason;
  because: string;
  remedy: string;
}): Refused {
  return { kind: 'REFUSED', reason, message: `${because} ${remedy}`, remedy, nearest: null };
}
