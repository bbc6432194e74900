import type { DefinitionPoint } from '../../schema/catalogue/index.js';

/** What is known of one agency about one measure in a period. */
export interface AgencyFacts {
  readonly agencyId: string;
  /** Months of the period it reported. */
  readonly months: readonly string[];
  /** Whether it records the measure's dimension at all. */
  readonly collects: boolean;
  /** Point -> the values in force in the months it reported, in order of time, each once; null while undeclared. */
  readonly declared: ReadonlyMap<string, readonly (string | null)[]>;
  /** Displayed share of encounters whose value is not known, 0 to 1; null where it is not shown to the asker. */
  readonly unknownShare: number | null;
  /** Response model -> hours a week of its program; not there where the hours are in words only. */
  readonly weeklyHours: ReadonlyMap<string, number>;
}

/** Everything a judgement of one measure rests on. */
export interface MeasureFacts {
  /** Code of the measure. */
  readonly measure: string;
  /** The points of its definition that matter for the table. */
  readonly points: readonly DefinitionPoint[];
  readonly agencies: readonly AgencyFacts[];
}

/** Agencies that report the measure: the others have no number to compare. */
export function reportingOf({ agencies }: MeasureFacts): readonly AgencyFacts[] {
  return agencies.filter(({ collects, months }) => collects && months.length > 0);
}
