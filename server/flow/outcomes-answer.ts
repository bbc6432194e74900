import type { CountEstimate, MeasureEstimate, Protection, RateComparison } from '../table/index.js';

export interface OutcomeRow {
  /** Axis -> node, for the axes asked for. */
  readonly group: Readonly<Record<string, string>>;
  readonly encounters: CountEstimate;
  /** Measure code -> estimate, for the measures asked for. */
  readonly measures: Readonly<Record<string, MeasureEstimate>>;
}

export interface Contributor {
  readonly agencyId: string;
  readonly mode: 'CONTRIBUTED' | 'NODE';
  readonly status: 'COMPLETE' | 'PARTIAL' | 'NOT_REPORTED';
  /** Closed months of the period this agency reported. */
  readonly monthsReported: number;
  readonly monthsAsked: number;
}

export interface OutcomesTable {
  readonly kind: 'ANSWERED';
  readonly rows: readonly OutcomeRow[];
  readonly contributors: readonly Contributor[];
  readonly releaseId: string;
  readonly policyId: string;
  readonly lens: string;
  readonly protection: Protection;
  readonly footnotes: readonly string[];
  /** Cites this table: equal handles are equal numbers. */
  readonly handle: string;
}

export type RefusalReason =
  | 'ORDER_NOT_ALLOWED'
  | 'TIME_GRAIN_NOT_ALLOWED'
  | 'AGENCY_LEVEL_NOT_ALLOWED'
  | 'PERIOD_NOT_RELEASED'
  | 'NOTHING_RELEASED'
  | 'TOO_MANY_CELLS'
  | 'NOT_OWN_AGENCY';

/** A question that is not answered: why, from metadata alone, and what would be answered instead. */
export interface Refused {
  readonly kind: 'REFUSED';
  readonly reason: RefusalReason;
  readonly message: string;
  /** The axes of the nearest table that would be answered; null when there is none. */
  readonly nearestBy: readonly string[] | null;
}

export type OutcomesAnswer = OutcomesTable | Refused;

export interface ComparisonArm {
  readonly responseModel: string;
  readonly group: Readonly<Record<string, string>>;
  readonly encounters: CountEstimate;
  readonly measures: Readonly<Record<string, RateComparison>>;
}

export interface ComparisonTable {
  readonly kind: 'ANSWERED';
  readonly baseline: string;
  readonly arms: readonly ComparisonArm[];
  readonly caveats: readonly string[];
  readonly table: Omit<OutcomesTable, 'rows' | 'kind'>;
}

export type ComparisonAnswer = ComparisonTable | Refused;
