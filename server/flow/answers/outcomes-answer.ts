import type { Release } from '../../../schema/records/index.js';
import type { Judgement } from '../../comparability/index.js';
import type {
  CountEstimate,
  LensName,
  MeasureEstimate,
  PersonsEstimate,
  Protection,
  RateComparison,
  Refused,
  StandardName,
} from '../../table/index.js';

export interface OutcomeRow {
  /** Axis -> node, for the axes asked for. */
  readonly group: Readonly<Record<string, string>>;
  readonly encounters: CountEstimate;
  /** Absent where they were not asked for. */
  readonly persons?: PersonsEstimate;
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
  /** Code of the arm: a category of the axis, a place, or a program's id. */
  readonly arm: string;
  /** Null where the arms are of another axis. */
  readonly responseModel: string | null;
  readonly group: Readonly<Record<string, string>>;
  readonly encounters: CountEstimate;
  readonly measures: Readonly<Record<string, RateComparison>>;
  readonly vintage: string;
  /** Agencies of the registry behind the arm or its baseline. */
  readonly agencyCount: number;
}

export interface ComparisonTable {
  readonly kind: 'ANSWERED';
  readonly armsBy: string;
  readonly baseline: string;
  readonly adjustedFor: readonly string[];
  /** Null for a crude comparison. */
  readonly standard: StandardName | null;
  readonly arms: readonly ComparisonArm[];
  readonly caveats: readonly string[];
  /** Whether the agencies behind each measure count alike. */
  readonly comparability: readonly Judgement[];
  readonly table: TableFrame;
}

export type ComparisonAnswer = ComparisonTable | Refused;
