import { isDimension } from '../../../../schema/catalogue/index.js';
import type { Axis, StandardName } from '../../../table/index.js';

/** What the arms of a comparison are: categories of a dimension, places, or programs of the registry. */
export type ArmsAxis = Axis;
export const PROGRAM = 'PROGRAM';
export const RESPONSE_MODEL = 'RESPONSE_MODEL';

/** A program as an arm: its agency's encounters with its model, in the whole quarters it ran. */
export interface ProgramArm {
  readonly id: string;
  readonly agencyId: string;
  readonly responseModel: string;
  /** First and last quarter. */
  readonly from: string;
  readonly to: string;
}

/** What a comparison asks besides the question: against what, and adjusted how. */
export interface ComparisonShape {
  readonly armsBy: ArmsAxis;
  /** A category of the axis; for programs, the response model of the same agency they are compared with. */
  readonly baseline: string;
  /** Axes whose categories are the strata; none for a crude comparison. */
  readonly adjustFor: readonly Axis[];
  readonly standard: StandardName;
  /** The arms, when they are programs. */
  readonly programs: readonly ProgramArm[];
}

/**
 * The two confounders of a comparison that no table holds whole: arm, both and the outcome are one dimension too many. Null
 * where strata can be had.
 */
export function confoundersOf({
  armsBy,
  adjustFor,
}: Pick<ComparisonShape, 'armsBy' | 'adjustFor'>): readonly [Axis, Axis] | null {
  const [first, second, ...more] = adjustFor;
  if (first === undefined || second === undefined || more.length > 0) return null;
  return [armsBy, first, second].every(isDimension) ? [first, second] : null;
}

/** The shape in words, for the ledger and the handle. What is as usual is not said. */
export function wordsOf({ armsBy, baseline, adjustFor, standard, programs }: ComparisonShape): Record<string, string> {
  return {
    baseline,
    ...(armsBy === RESPONSE_MODEL ? {} : { armsBy }),
    ...(adjustFor.length === 0 ? {} : { adjustFor: adjustFor.join(), standard }),
    ...(programs.length === 0 ? {} : { programs: JSON.stringify(programs) }),
  };
}

/** The shape that has these words. */
export function shapeIn(words: Readonly<Record<string, string>>): ComparisonShape {
  return {
    armsBy: words['armsBy'] ?? RESPONSE_MODEL,
    baseline: words['baseline'] ?? '',
    adjustFor: words['adjustFor']?.split(',') ?? [],
    standard: words['standard'] === 'ALL_ENCOUNTERS' ? 'ALL_ENCOUNTERS' : 'BASELINE_ARM',
    programs: words['programs'] === undefined ? [] : (JSON.parse(words['programs']) as ProgramArm[]),
  };
}
