import type { Measure } from '../../schema/catalogue/index.js';
import type { Axis, Cell, Family, Lens, Pool, PoolVerdict } from '../table/index.js';

import type { Lattice } from './lattice.js';

/** The cells whose displayed counts add up to one printed number. Empty: impossible by definition. */
export type CellSum = readonly Cell[];

/** One row of the answer: which encounters, and the cells behind every number in it. */
export interface PlannedRow {
  /** Axis -> category. */
  readonly group: Readonly<Record<string, string>>;
  readonly agencyIds: readonly string[];
  /** Closed months it spans, in order. */
  readonly months: readonly string[];
  /** False where the row needs the cells of an agency, or of a pool, that the asker may not see. */
  readonly isPermitted: boolean;
  readonly encounters: CellSum;
  readonly measures: readonly PlannedMeasure[];
}

export interface PlannedMeasure {
  readonly measure: Measure;
  /** False where only the row's number of encounters may be seen, because the pool shows one dimension at a time. */
  readonly isPermitted: boolean;
  /** Nodes of the measure's dimension that make up the value: numerator, bins or parts. */
  readonly parts: readonly CellSum[];
  readonly denominator: CellSum;
  readonly unknown: CellSum;
  readonly notCollected: CellSum;
  /** Null where the dimension is no outcome. */
  readonly notEngaged: CellSum | null;
}

export interface OutcomesPlan {
  readonly rows: readonly PlannedRow[];
  /** Every cell the answer depends on, once: those printed, and those of their families. */
  readonly cells: readonly Cell[];
  /** Families of the printed cells, for the lens that suppresses complements. */
  readonly families: readonly Family[];
  /** Closed months the question spans. */
  readonly months: readonly string[];
}

/** The rules and the place a question is planned in. */
export interface PlanningContext {
  readonly lattice: Lattice;
  readonly lens: Lens;
  /** Agencies whose single-agency cells the asker may see. */
  readonly visibleAgencies: ReadonlySet<string>;
  /** The asker's own agency: they know its rows, so its cells have the order of any table. Null, or absent, for none. */
  readonly ownAgency?: string | null;
  readonly verdictOn: (pool: Pool) => PoolVerdict;
  /**
   * Axes whose every category is outlined; absent for all. Of another dimension one category stands for all: each of them
   * is one leaf, so their rows are as large, and may be shown, alike.
   */
  readonly wholeAxes?: readonly Axis[];
  /** Whether any agency tells persons apart, so that a cell may be found to have too few behind it. */
  readonly mayConcentrate: boolean;
}
