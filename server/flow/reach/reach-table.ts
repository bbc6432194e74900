import type { Program } from '../../../schema/records/index.js';
import type { CountEstimate, IntervalEstimate, RateEstimate } from '../../table/index.js';

import type { OutcomesTable, TableFrame } from '../answers/outcomes-answer.js';

/** How the hours of a program lie to a part of the week. */
export type Openness = 'WITHIN' | 'PARTLY' | 'OUTSIDE';

/** A part of the week: a shift, on weekdays or weekends where the hours differ between them. */
export interface ReachedPart {
  readonly shift: string;
  /** Null where the part is of the whole week. */
  readonly weekend: 'YES' | 'NO' | null;
  /** Null while the hours are known in words only, as `openHours`. */
  readonly openness: Openness | null;
  readonly openHours: number | null;
  /** Hours of the part in a week. */
  readonly hours: number;
  /** Encounters of the area in it. */
  readonly encounters: CountEstimate;
  /** Those the program's model was dispatched to, among those whose response model is known. */
  readonly share: RateEstimate;
}

/** How much of the need in its area and hours a program meets: a share of encounters, part by part of the week. */
export interface Reach {
  readonly parts: readonly ReachedPart[];
  readonly withinHours: RateEstimate;
  readonly outsideHours: RateEstimate;
  /** Encounters that fall in its hours, among those whose shift is known. */
  readonly encountersWithinHours: RateEstimate;
  /** The lowest share of a part over the highest. */
  readonly lowestToHighest: IntervalEstimate;
}

/** The table by parts of the week, with what is computed from it. */
export interface WeekTable extends OutcomesTable {
  readonly reach: Reach;
}

export interface ReachAnswer extends Reach {
  readonly kind: 'ANSWERED';
  readonly program: Program;
  /** Agency id, county or state. */
  readonly area: string;
  /** Null while the hours are known in words only. */
  readonly weeklyHours: number | null;
  /** Share of all encounters of the area, whatever their shift. */
  readonly share: RateEstimate;
  readonly notes: readonly string[];
  readonly table: TableFrame;
  /** The handle of the table without parts of the week. */
  readonly wholeHandle: string;
}
