import type { Refused } from '../../table/index.js';
import { judge, warningsOf, worstOf } from '../../comparability/index.js';
import type { Grade, Judgement } from '../../comparability/index.js';
import type { OutcomesPlan } from '../../plan/index.js';

import { planFor } from '../answers/protected-plan.js';
import type { Asking } from '../answers/protected-plan.js';
import type { House } from '../house.js';
import { factsOf } from './facts.js';
import type { Comparing, Records } from './facts.js';
import { recordsOf } from './records.js';

/** A question as comparability is judged: what it asks, and the response models whose programs it compares. */
export interface JudgedQuestion {
  readonly asking: Asking;
  readonly models: readonly string[];
}

/** Whether the agencies behind an answer count alike: a judgement for every measure asked, and why it may be refused. */
export interface QuestionJudgement {
  readonly judgements: readonly Judgement[];
  /** What to say beside the answer. */
  readonly warnings: readonly string[];
  /** The refusal of a measure that is not the same thing at all of them; null where there is none. */
  readonly refusal: Refused | null;
}

/**
 * Judge a question before it is answered, from metadata alone: the agencies behind every row are one set.
 *
 * What no plan can answer is not judged: it is refused anyway.
 */
export async function judgeQuestion(question: JudgedQuestion, house: House): Promise<QuestionJudgement> {
  const plan = planFor(question.asking);
  if ('kind' in plan) return { judgements: [], warnings: [], refusal: null };

  const records = await recordsOf(question.asking.scene, house);
  const judgements = judgementsOf(question, plan, records);
  return {
    judgements,
    warnings: warningsOf(judgements),
    refusal: worst(judgements) === 'NOT_COMPARABLE' ? notComparable(question, judgements, records) : null,
  };
}

function judgementsOf(question: JudgedQuestion, plan: OutcomesPlan, records: Records): readonly Judgement[] {
  const { by, where, except, measures } = question.asking.question;
  const dimensions = [...by, ...Object.keys(where.nodes), ...Object.keys(except.nodes)];
  const rows = new Map(
    plan.rows.map(({ agencyIds, months }) => [JSON.stringify([agencyIds, months]), { agencyIds, months }]),
  );

  return measures.map((measure) =>
    together(
      measure,
      [...rows.values()].map((set) =>
        judge(behindTheNumbers({ ...set, measure, dimensions, models: question.models }, records)),
      ),
    ),
  );
}

/** An agency that does not report, or not this field, has no part in the number. */
function behindTheNumbers(comparing: Comparing, records: Records): ReturnType<typeof factsOf> {
  const facts = factsOf(comparing, records);
  return {
    ...facts,
    agencies: facts.agencies.filter(({ monthsReported, collects }) => monthsReported > 0 && collects),
  };
}

/** The judgements of several sets as one: the worst grade, and every reason once. */
function together(measure: string, judgements: readonly Judgement[]): Judgement {
  const reasons = new Map(judgements.flatMap((one) => one.reasons.map((reason) => [reason.message, reason] as const)));
  return { measure, grade: worst(judgements), reasons: [...reasons.values()] };
}

function worst(judgements: readonly Judgement[]): Grade {
  return worstOf(judgements.map(({ grade }) => grade));
}

function notComparable(question: JudgedQuestion, judgements: readonly Judgement[], records: Records): Refused {
  const broken = judgements.filter(({ grade }) => grade === 'NOT_COMPARABLE');
  const why = broken.flatMap(({ measure, reasons }) =>
    reasons.filter(({ grade }) => grade === 'NOT_COMPARABLE').map(({ message }) => `${measure}: ${message}`),
  );
  return {
    kind: 'REFUSED',
    reason: 'NOT_COMPARABLE',
    message:
      `Agencies behind the numbers do not count the same thing. ${why.join(' ')} Numbers of different things are not ` +
      'pooled or compared unless asked for. Leave the measure out, leave those agencies or their counties out with ' +
      '`except`, compare within smaller places with `by`, or set `evenIfNotComparable: true`, and the answer will say so.',
    nearestBy: nearestBy(question, records),
  };
}

/** The axes of the largest places within which everybody counts alike; null where there are none. */
function nearestBy({ asking, models }: JudgedQuestion, records: Records): readonly string[] | null {
  const { question } = asking;
  const candidates = ['STATE', 'COUNTY', 'AGENCY']
    .filter((axis) => !question.by.includes(axis))
    .map((axis) => [axis, ...question.by]);
  const found = candidates.find((by) => {
    const within = { ...asking, question: { ...question, by } };
    const plan = planFor(within);
    return !('kind' in plan) && worst(judgementsOf({ asking: within, models }, plan, records)) !== 'NOT_COMPARABLE';
  });
  return found ?? null;
}
