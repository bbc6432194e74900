import type { Program } from '../../../schema/records/index.js';
import type { Judgement } from '../../comparability/index.js';
import type {
  FunnelEstimate,
  FunnelPoint,
  ImpactEstimate,
  Refused,
  SeriesEstimate,
  StudyQuarter,
  TimeGrain,
  Widening,
} from '../../table/index.js';

import type { TableFrame } from '../answers/outcomes-answer.js';

type Frame = TableFrame;

/** One rate of one group over time. */
export interface TrendSeries extends SeriesEstimate {
  readonly group: Readonly<Record<string, string>>;
  /** Code of the measure. */
  readonly measure: string;
}

export interface TrendTable {
  readonly kind: 'ANSWERED';
  readonly grain: TimeGrain;
  readonly series: readonly TrendSeries[];
  readonly caveats: readonly string[];
  readonly table: Frame;
}

export type TrendAnswer = TrendTable | Refused;

/** An agency, or an area that hides its agencies. */
export interface PeerPoint extends FunnelPoint {
  readonly label: string;
  readonly level: 'AGENCY' | 'COUNTY' | 'STATE';
  /** Agency id, county or state. */
  readonly place: string;
  readonly agencyCount: number;
  readonly isOwn: boolean;
  /** Whether the target was found from it: not of an agency whose area is a point too. */
  readonly isPartOfTarget: boolean;
}

export interface PeersTable extends Omit<FunnelEstimate, 'points'> {
  readonly kind: 'ANSWERED';
  readonly measure: string;
  readonly widening: Widening;
  readonly points: readonly PeerPoint[];
  readonly caveats: readonly string[];
  /** Whether the agencies count alike. */
  readonly comparability: readonly Judgement[];
  readonly table: Frame;
}

export type PeersAnswer = PeersTable | Refused;

/** The effect on one measure. */
export interface ProgramEffect extends ImpactEstimate {
  readonly measure: string;
  /** Comparison agencies or areas shown in every quarter: those the estimate is made with. */
  readonly comparedWith: readonly string[];
  /** Those left out because a quarter of them is not shown. */
  readonly leftOut: readonly string[];
}

export interface ImpactTable {
  readonly kind: 'ANSWERED';
  readonly program: Program;
  readonly quarters: readonly StudyQuarter[];
  readonly effects: readonly ProgramEffect[];
  readonly caveats: readonly string[];
  readonly treated: Frame;
  readonly comparison: Frame;
}

export type ImpactAnswer = ImpactTable | Refused;
