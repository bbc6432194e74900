import { changedDefinitions, differingDefinitions, undeclaredDefinitions } from './definition-reasons.js';
import type { MeasureFacts } from './facts.js';
import { worstOf } from './grade.js';
import type { Grade } from './grade.js';
import type { Reason } from './reason.js';
import { differingHours, partialPeriods, unknownShares, withoutNumbers } from './record-reasons.js';

/** Whether the numbers of a measure may be compared, and why. */
export interface Judgement {
  readonly measure: string;
  readonly grade: Grade;
  /** Worst first; reasons that leave a measure COMPARABLE are told too. */
  readonly reasons: readonly Reason[];
}

const RULES: readonly ((facts: MeasureFacts) => readonly Reason[])[] = [
  withoutNumbers,
  differingDefinitions,
  changedDefinitions,
  undeclaredDefinitions,
  partialPeriods,
  unknownShares,
  differingHours,
];

const FROM_WORST: readonly Grade[] = ['NOT_COMPARABLE', 'UNDECLARED', 'WITH_CAUTION', 'COMPARABLE'];

/** Judge the agencies of the facts as one set: it is as comparable as its worst pair. */
export function judge(facts: MeasureFacts): Judgement {
  return judgementOf(
    facts.measure,
    RULES.flatMap((rule) => rule(facts)),
  );
}

/** The judgements of several sets of agencies as one: what speaks against any of them, once. */
export function judgedTogether(measure: string, judgements: readonly Judgement[]): Judgement {
  const reasons = new Map(judgements.flatMap((one) => one.reasons.map((reason) => [reason.message, reason] as const)));
  return judgementOf(measure, [...reasons.values()]);
}

function judgementOf(measure: string, reasons: readonly Reason[]): Judgement {
  return {
    measure,
    grade: worstOf(reasons.map(({ grade }) => grade)),
    reasons: FROM_WORST.flatMap((grade) => reasons.filter((reason) => reason.grade === grade)),
  };
}
