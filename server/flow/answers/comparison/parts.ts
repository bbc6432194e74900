import type { Axis, OutcomesQuestion } from '../../../table/index.js';

import { armQuestion, knownOnly, withoutArms } from './arm-questions.js';
import { fittedQuestions } from './fitted-questions.js';
import type { FittedQuestions } from './fitted-questions.js';
import { PROGRAM, RESPONSE_MODEL, confoundersOf } from './shape.js';
import type { ComparisonShape, ProgramArm } from './shape.js';

/** Arms compared with one baseline, and the questions whose cells that takes. */
export interface ComparisonPart {
  /** The program, when it is the arm; null when each category of the axis is one. */
  readonly program: ProgramArm | null;
  /** The axis of the rows that tells arms from baseline. */
  readonly axis: Axis;
  readonly baseline: string;
  /** Arms and baseline, crude. */
  readonly crude: OutcomesQuestion;
  /** The same within strata; null where no adjustment is asked for. */
  readonly strata: OutcomesQuestion | null;
  /** The standard's encounters by stratum; null where the standard is the baseline arm. */
  readonly standard: OutcomesQuestion | null;
  /** The tables of a fitted comparison; null where it is crude or within strata. */
  readonly fitted: FittedQuestions | null;
}

/** The parts of a comparison: one, or one for each program, whose agency and quarters are its own. */
export function partsOf(question: OutcomesQuestion, shape: ComparisonShape): readonly ComparisonPart[] {
  if (shape.armsBy !== PROGRAM) return [partOf({ crude: question, axis: shape.armsBy, program: null, shape })];

  return shape.programs.map((program) => {
    const { agencyId, responseModel, from, to } = program;
    const own = { ...question, where: { ...question.where, agencies: [agencyId] }, period: { from, to } };
    const by = question.by.filter((axis) => axis !== 'AGENCY' && axis !== RESPONSE_MODEL);
    const crude = armQuestion({ ...own, by }, { axis: RESPONSE_MODEL, arms: [shape.baseline, responseModel] });
    return partOf({ crude, axis: RESPONSE_MODEL, program, shape });
  });
}

/** The questions counted besides the main one, in the order of the parts. */
export function questionsBeside(parts: readonly ComparisonPart[]): readonly OutcomesQuestion[] {
  return parts.flatMap(({ program, crude, strata, standard, fitted }) => [
    ...(program === null ? [] : [crude]),
    ...(strata === null ? [] : [strata]),
    ...(standard === null ? [] : [standard]),
    ...(fitted === null ? [] : [fitted.exposure, ...fitted.outcomes]),
  ]);
}

function partOf({
  crude,
  axis,
  program,
  shape,
}: {
  crude: OutcomesQuestion;
  axis: Axis;
  program: ProgramArm | null;
  shape: ComparisonShape;
}): ComparisonPart {
  const { adjustFor, baseline, standard } = shape;
  const confounders = confoundersOf(shape);
  const known = knownOnly(crude, adjustFor);
  const groups = crude.by.filter((other) => other !== axis);
  const isAdjusted = adjustFor.length > 0 && confounders === null;
  return {
    program,
    axis,
    baseline,
    crude,
    fitted: confounders === null ? null : fittedQuestions(crude, { axis, confounders }),
    strata: isAdjusted ? { ...known, by: [...groups, ...adjustFor, axis] } : null,
    standard:
      isAdjusted && standard === 'ALL_ENCOUNTERS'
        ? { ...known, where: withoutArms(known.where, axis), by: [...groups, ...adjustFor], measures: [] }
        : null,
  };
}
