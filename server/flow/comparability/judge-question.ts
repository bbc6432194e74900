import { refused } from '../../table/index.js';
import type { Refused } from '../../table/index.js';
import { judge, judgedTogether, warningsOf, worstOf } from '../../comparability/index.js';
import type { Grade, Judgement, MeasureFacts } from '../../comparability/index.js';

import type { Asking } from '../answers/protected-plan.js';
import type { House } from '../house.js';
import { comparedSets } from './compared-sets.js';
import type { ComparedSet } from './compared-sets.js';
import { factsOf } from './facts.js';
import type { Comparing, Records } from './facts.js';
import { recordsOf } from './records.js';

/** A question as comparability is judged: what it asks, and the response models whose programs it compares. */
export interface JudgedQuestion {
  readonly asking: Asking;
  readonly models: readonly string[];
  /**
   * What is compared with what where agencies are laid side by side, and no grouping would part them; absent where the
   * rows of the question tell it.
   */
  readonly sideBySide?: readonly ComparedSet[];
}

/** Whether the agencies behind an answer count alike: a judgement for every measure asked, and why it may be refused. */
export interface QuestionJudgement {
  readonly judgements: readonly Judgement[];
  /** What to say beside the answer. */
  readonly warnings: readonly string[];
  /** Those of them that a table must never travel without: its numbers are not of the same thing. */
  readonly breaches: readonly string[];
  /** The refusal of a measure that is not the same thing at all of them; null where there is none. */
  readonly refusal: Refused | null;
}

/**
 * Judges questions about a release before they are answered, from metadata alone: what agencies have declared by now.
 *
 * The agencies behind a row are one set, unless others are said to be side by side.
 */
export async function judgeIn(
  scene: Asking['scene'],
  house: House,
): Promise<(question: JudgedQuestion) => QuestionJudgement> {
  const records = await recordsOf(scene, house);
  return (question) => judged(question, records);
}

function judged(question: JudgedQuestion, records: Records): QuestionJudgement {
  const { asking, sideBySide = null } = question;
  const judgements = judgementsOf(question, sideBySide ?? comparedSets(asking), records);
  return {
    judgements,
    warnings: warningsOf(judgements),
    breaches: warningsOf(judgements.filter(({ grade }) => grade === 'NOT_COMPARABLE')),
    refusal:
      worst(judgements) === 'NOT_COMPARABLE' ? notComparable(judgements, { isGrouped: sideBySide === null }) : null,
  };
}

function judgementsOf(
  { asking: { question }, models }: JudgedQuestion,
  sets: readonly ComparedSet[],
  records: Records,
): readonly Judgement[] {
  const dimensions = [...question.by, ...Object.keys(question.where.nodes), ...Object.keys(question.except.nodes)];
  return question.measures.map((measure) => {
    const judged = sets.map((set) => judge(behindTheNumbers({ ...set, measure, dimensions, models }, records)));
    return judgedTogether(measure, judged);
  });
}

/** An agency that does not report, or not this field, has no part in the number. */
function behindTheNumbers(comparing: Comparing, records: Records): MeasureFacts {
  const facts = factsOf(comparing, records);
  return {
    ...facts,
    agencies: facts.agencies.filter(({ months, collects }) => months.length > 0 && collects),
  };
}

function worst(judgements: readonly Judgement[]): Grade {
  return worstOf(judgements.map(({ grade }) => grade));
}

function notComparable(judgements: readonly Judgement[], { isGrouped }: { isGrouped: boolean }): Refused {
  const broken = judgements.filter(({ grade }) => grade === 'NOT_COMPARABLE');
  const why = broken.flatMap(({ measure, reasons }) =>
    reasons.filter(({ grade }) => grade === 'NOT_COMPARABLE').map(({ message }) => `${measure}: ${message}`),
  );
  const places = isGrouped ? '`where`, or smaller places with `by`' : '`where`';
  return refused({
    reason: 'NOT_COMPARABLE',
    because:
      `Agencies behind the numbers do not count the same thing. ${why.join(' ')} Numbers of different things are not ` +
      'pooled or compared unless asked for.',
    remedy:
      `Ask for another measure, or about places where agencies count alike (${places}; \`comparability\` tells them), or ` +
      'set `evenIfNotComparable: true`, and the answer will say so.',
  });
}
