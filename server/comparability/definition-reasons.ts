import type { DefinitionPoint, Difference } from '../../schema/catalogue/index.js';

import type { AgencyFacts, MeasureFacts } from './facts.js';
import { reportingOf } from './facts.js';
import { GRADE_OF, worstOf } from './grade.js';
import type { Grade } from './grade.js';
import { idsOf, named } from './reason.js';
import type { Reason } from './reason.js';

/** Most different answers a sentence lists. */
const ANSWERS_MAX = 4;

interface Answer {
  readonly value: string;
  readonly agencyIds: readonly string[];
}

/** Points that two agencies settle differently: the worst difference between any two of their values counts. */
export function differingDefinitions(facts: MeasureFacts): readonly Reason[] {
  const agencies = reportingOf(facts);
  return facts.points.flatMap((point) => {
    const answers = answersTo(point, agencies);
    const grades = gradesBetweenAgencies(point, answers);
    if (grades.length === 0) return [];

    const declaring = agencies.filter((agency) => valuesOf(agency, point).length > 0);
    return [
      {
        kind: 'DEFINITION_DIFFERS',
        grade: worstOf(grades),
        points: [point.code],
        agencyIds: idsOf(declaring),
        message: `${point.definition} ${inWords(answers)}.`,
      },
    ];
  });
}

/** Points an agency settled in one way and then in another within the period. */
export function changedDefinitions(facts: MeasureFacts): readonly Reason[] {
  return facts.points.flatMap((point) =>
    reportingOf(facts).flatMap((agency) => {
      const values = valuesOf(agency, point);
      const grades = gradesBetween(point, values, values);
      return grades.length === 0
        ? []
        : [
            {
              kind: 'DEFINITION_CHANGED',
              grade: worstOf(grades),
              points: [point.code],
              agencyIds: [agency.agencyId],
              message: `${point.definition} ${agency.agencyId} changed its answer within the period: ${values.join(', then ')}.`,
            },
          ];
    }),
  );
}

/** Points somebody never declared, in one reason: what is not known to differ is not known to be the same. */
export function undeclaredDefinitions(facts: MeasureFacts): readonly Reason[] {
  const agencies = reportingOf(facts);
  if (agencies.length < 2) return [];

  const isSilent = ({ declared }: AgencyFacts, { code }: DefinitionPoint): boolean =>
    (declared.get(code) ?? [null]).includes(null);
  const points = facts.points.filter((point) => agencies.some((agency) => isSilent(agency, point)));
  const silent = agencies.filter((agency) => points.some((point) => isSilent(agency, point)));
  if (points.length === 0) return [];

  const labels = points.map(({ label }) => label.toLowerCase()).join(', ');
  const agencyIds = idsOf(silent);
  const who = `${silent.length} of ${agencies.length} agencies (${named(agencyIds)})`;
  return [
    {
      kind: 'UNDECLARED',
      grade: 'UNDECLARED',
      points: points.map(({ code }) => code),
      agencyIds,
      message: `What is counted was not declared for the whole period by ${who}: ${labels}.`,
    },
  ];
}

/** What two values of a point mean for a comparison. */
export function differenceBetween(
  { difference, nearer = [] }: DefinitionPoint,
  one: string,
  other: string,
): Difference {
  const near = nearer.find(({ between }) => between.includes(one) && between.includes(other));
  return near?.difference ?? difference;
}

/** Only pairs of two agencies: one that changed its own answer is told elsewhere. */
function gradesBetweenAgencies(point: DefinitionPoint, answers: readonly Answer[]): readonly Grade[] {
  return answers.flatMap((one) =>
    answers
      .filter((other) => other.value !== one.value && new Set([...one.agencyIds, ...other.agencyIds]).size > 1)
      .map((other) => GRADE_OF[differenceBetween(point, one.value, other.value)]),
  );
}

function gradesBetween(point: DefinitionPoint, ours: readonly string[], theirs: readonly string[]): readonly Grade[] {
  return ours.flatMap((one) =>
    theirs.filter((other) => other !== one).map((other) => GRADE_OF[differenceBetween(point, one, other)]),
  );
}

function valuesOf({ declared }: AgencyFacts, { code }: DefinitionPoint): readonly string[] {
  return (declared.get(code) ?? []).filter((value) => value !== null);
}

/** Every declared value of a point, in order, and who has it. */
function answersTo(point: DefinitionPoint, agencies: readonly AgencyFacts[]): readonly Answer[] {
  const values = [...new Set(agencies.flatMap((agency) => valuesOf(agency, point)))].toSorted();
  return values.map((value) => ({
    value,
    agencyIds: idsOf(agencies.filter((agency) => valuesOf(agency, point).includes(value))),
  }));
}

function inWords(answers: readonly Answer[]): string {
  if (answers.length > ANSWERS_MAX) return `There are ${answers.length} different answers`;
  return answers.map(({ value, agencyIds }) => `${value}: ${named(agencyIds)}`).join('; ');
}
