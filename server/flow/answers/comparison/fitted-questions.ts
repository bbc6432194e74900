import type { Axis, OutcomesQuestion } from '../../../table/index.js';

import { knownOnly, withoutArms } from './arm-questions.js';

/** The tables of three dimensions at most that stand for one of four: arm, two confounders and the outcome. */
export interface FittedQuestions {
  readonly confounders: readonly [Axis, Axis];
  /** Encounters by arm and both confounders. */
  readonly exposure: OutcomesQuestion;
  /** The rates by arm and first, by arm and second, and by first and second confounder. */
  readonly outcomes: readonly OutcomesQuestion[];
}

/**
 * The questions behind a comparison adjusted for two dimensions at once.
 *
 * They are of all categories of the arms' axis: the rates by both confounders cannot be had for two of them alone without a
 * fourth dimension. A confounder is known in the tables that have it; in the others it cannot be told.
 */
export function fittedQuestions(
  crude: OutcomesQuestion,
  { axis, confounders }: { axis: Axis; confounders: readonly [Axis, Axis] },
): FittedQuestions {
  const [first, second] = confounders;
  const groups = crude.by.filter((other) => other !== axis);
  const ofAllArms = { ...crude, where: withoutArms(crude.where, axis) };
  const table = (axes: readonly Axis[], measures: readonly string[]): OutcomesQuestion => {
    const told = axes.filter((other) => other !== axis);
    return { ...knownOnly(ofAllArms, told), by: [...groups, ...axes], measures };
  };
  return {
    confounders,
    exposure: table([axis, first, second], []),
    outcomes: [
      [axis, first],
      [axis, second],
      [first, second],
    ].map((axes) => table(axes, crude.measures)),
  };
}
