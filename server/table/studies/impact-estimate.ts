import type { ReasonedEstimate, SummedRate } from './displayed-rate.js';

/** Where a quarter lies in a study. The quarter a program begins in is neither before nor after. */
export type StudyPhase = 'BEFORE' | 'WASH_IN' | 'AFTER';

/** A quarter of a study, from metadata alone. */
export interface StudyQuarter {
  readonly quarter: string;
  /** Quarters since the one the program began in: -1 is the last before it. */
  readonly relative: number;
  readonly phase: StudyPhase;
  /** Whether it is in the whole years that are compared. */
  readonly isCompared: boolean;
}

/** A quarter of a study with the rates of both sides. */
export interface ImpactQuarter extends StudyQuarter {
  readonly treated: SummedRate;
  readonly comparison: SummedRate;
  /** Gap between the two less its mean over the compared quarters before. */
  readonly coefficient: ReasonedEstimate;
}

export type ParallelVerdict = 'NO_SIGN_AGAINST' | 'DOUBTFUL' | 'NOT_CHECKED';

/** Whether both sides moved alike before the program. */
export interface ParallelCheck {
  readonly slopePerYear: ReasonedEstimate;
  readonly pValue: number | null;
  readonly verdict: ParallelVerdict;
}

/** What became of a rate when a program began, against agencies without one. */
export interface ImpactEstimate {
  readonly treatedBefore: SummedRate;
  readonly treatedAfter: SummedRate;
  readonly comparisonBefore: SummedRate;
  readonly comparisonAfter: SummedRate;
  readonly difference: ReasonedEstimate;
  readonly oddsRatio: ReasonedEstimate;
  readonly parallel: ParallelCheck;
  readonly quarters: readonly ImpactQuarter[];
}
