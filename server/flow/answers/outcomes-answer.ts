import type { Release } from '../../../schema/records/index.js';
import type {
  CountEstimate,
  LensName,
  MeasureEstimate,
  Protection,
  RateComparison,
  Refused,
} from '../../table/index.js';

export interface OutcomeRow {
  /** Axis -> node, for the axes asked for. */
  readonly group: Readonly<Record<string, string>>;
  readonly encounters: CountEstimate;
  /** Measure code -> estimate, for the measures asked for. */
  readonly measures: Readonly<Record<string, MeasureEstimate>>;
  readonly vintage: string;
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
  /** Rows there are by catalogue and registry, given or not. */
  readonly rowCount: number;
  readonly contributors: readonly Contributor[];
  readonly release: Release;
  readonly policyId: string;
  readonly lens: LensName;
  readonly protection: Protection;
  readonly footnotes: readonly string[];
  /** Cites this table: equal handles are equal numbers. */
  readonly handle: string;
}

/** What is the same for every row of an answer. */
export type TableFrame = Omit<OutcomesTable, 'rows' | 'rowCount' | 'kind'>;

export type OutcomesAnswer = OutcomesTable | Refused;

export interface ComparisonArm {
  readonly responseModel: string;
  readonly group: Readonly<Record<string, string>>;
  readonly encounters: CountEstimate;
  readonly measures: Readonly<Record<string, RateComparison>>;
  readonly vintage: string;
}

export interface ComparisonTable {
  readonly kind: 'ANSWERED';
  readonly baseline: string;
  readonly arms: readonly ComparisonArm[];
  readonly caveats: readonly string[];
  readonly table: TableFrame;
}

export type ComparisonAnswer = ComparisonTable | Refused;
