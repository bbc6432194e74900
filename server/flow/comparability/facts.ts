import { measures, pointsOf } from '../../../schema/catalogue/index.js';
import type { Declaration, Program, ReleaseParticipant } from '../../../schema/records/index.js';
import type { AgencyFacts, MeasureFacts } from '../../comparability/index.js';

import { declaredValues } from './declared-values.js';

/** A program with its hours a week; null while they are known in words only. */
export interface TimedProgram extends Program {
  readonly weeklyHours: number | null;
}

/** What the registry, the declarations and the manifest say: no count. */
export interface Records {
  readonly participants: readonly ReleaseParticipant[];
  /** Newest first. */
  readonly declarations: readonly Declaration[];
  readonly programs: readonly TimedProgram[];
}

/** What is asked of the records. */
export interface Comparing {
  readonly measure: string;
  readonly agencyIds: readonly string[];
  /** Months of the period. */
  readonly months: readonly string[];
  /** Dimensions the table restricts. */
  readonly dimensions: readonly string[];
  /** Response models whose programs are compared. */
  readonly models: readonly string[];
  /** Displayed unknown share by agency; empty where none is shown. */
  readonly unknownShares?: ReadonlyMap<string, number | null>;
}

/** The facts a judgement of one measure rests on. */
export function factsOf(comparing: Comparing, records: Records): MeasureFacts {
  const { measure, agencyIds, months, dimensions } = comparing;
  const points = pointsOf(measure, { dimensions });
  return {
    measure,
    points,
    agencies: agencyIds.map((agencyId): AgencyFacts => {
      const participant = records.participants.find((one) => one.agencyId === agencyId);
      const own = records.declarations.filter((declaration) => declaration.agencyId === agencyId);
      const reported = monthsReported(participant, months);
      const answers = points.map(
        ({ code }) => [code, declaredValues({ point: code, months: reported, declarations: own })] as const,
      );
      return {
        agencyId,
        months: reported,
        collects: participant?.notCollected.includes(dimensionBehind(measure)) !== true,
        declared: new Map(answers),
        unknownShare: comparing.unknownShares?.get(agencyId) ?? null,
        weeklyHours: hoursByModel(agencyId, comparing, records),
      };
    }),
  };
}

function monthsReported(participant: ReleaseParticipant | undefined, months: readonly string[]): readonly string[] {
  const reported = new Set(participant?.months);
  return months.filter((month) => reported.has(month));
}

/** Hours a week of the programs that ran in the period, where they are known by day and time. */
function hoursByModel(
  agencyId: string,
  { months, models }: Comparing,
  { programs }: Records,
): ReadonlyMap<string, number> {
  const [first = '', last = ''] = [months.at(0), months.at(-1)];
  const ran = programs.filter(
    ({ startedOn, endedOn }) => startedOn.slice(0, 7) <= last && (endedOn ?? '9999').slice(0, 7) >= first,
  );
  return new Map(
    ran
      .filter((program) => program.agencyId === agencyId && models.includes(program.responseModel))
      .flatMap(({ responseModel, weeklyHours }) =>
        weeklyHours === null ? [] : [[responseModel, weeklyHours] as const],
      ),
  );
}

function dimensionBehind(code: string): string {
  return measures.find((measure) => measure.code === code)?.dimension ?? '';
}
