export type RefusalReason =
  | 'ORDER_NOT_ALLOWED'
  | 'TIME_GRAIN_NOT_ALLOWED'
  | 'AGENCY_LEVEL_NOT_ALLOWED'
  | 'PERSONS_NOT_ADDITIVE'
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
  readonly message: string;
  /** The axes of the nearest table that would be answered; null when there is none. */
  readonly nearestBy: readonly string[] | null;
}
