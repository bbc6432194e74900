import type { Nearest, OutcomesQuestion, RefusalReason } from '../../table/index.js';

import type { Lattice } from '../lattice.js';
import { changesBetween } from './changes.js';
import type { Judge, Judged } from './judged.js';
import { STEPS } from './steps.js';

/** Most questions judged for one refusal. */
const JUDGED_MAX = 100;

/** Reasons in the order planning meets them: how many may still lie between a question refused so and its answer. */
const REASONS_LEFT: Partial<Readonly<Record<RefusalReason, number>>> = {
  NOT_OWN_AGENCY: 4,
  AGENCY_LEVEL_NOT_ALLOWED: 4,
  PERIOD_NOT_RELEASED: 4,
  ORDER_NOT_ALLOWED: 3,
  TOO_MANY_CELLS: 2,
  TIME_GRAIN_NOT_ALLOWED: 2,
  NO_ROW_PERMITTED: 1,
};

/**
 * What a reason yet to be removed is reckoned to cost. With 0 the cheapest change is found for certain, after up to 160
 * questions; with 6, two in 150 are a little dearer, and half of them are found within 7.
 */
const REASON_COST = 6;

interface Candidate {
  readonly question: OutcomesQuestion;
  /** Of the steps taken so far. */
  readonly cost: number;
  /** With what is reckoned for the rest of the way. */
  readonly reckoned: number;
}

/**
 * A cheap change of a question that is refused with which it is answered, or null when none is found near it.
 *
 * From the question on, the most promising candidate is judged; one that is refused gives way to those a step further, of
 * the steps that may remove its reason. Judging is planning, which never sees data, so the answer tells nothing of a cell.
 */
export function nearestQuestion(
  asked: OutcomesQuestion,
  { judge, lattice }: { judge: Judge; lattice: Lattice },
): Nearest | null {
  const judged = new Set<string>();
  let waiting: readonly Candidate[] = [{ question: asked, cost: 0, reckoned: 0 }];

  while (judged.size < JUDGED_MAX) {
    const [candidate, ...others] = waiting
      .filter(({ question }) => !judged.has(nameOf(question)))
      .toSorted((one, other) => one.reckoned - other.reckoned);
    if (candidate === undefined) return null;

    const verdict = judge(candidate.question);
    if (verdict.refused === null)
      return { question: candidate.question, changes: changesBetween(asked, candidate.question) };
    judged.add(nameOf(candidate.question));
    waiting = [...others, ...oneStepFrom(verdict, { cost: candidate.cost, lattice })];
  }
  return null;
}

function oneStepFrom(
  judged: Judged,
  { cost: spent, lattice }: { cost: number; lattice: Lattice },
): readonly Candidate[] {
  const reason = judged.refused?.reason;
  if (reason === undefined) return [];
  const ahead = REASON_COST * (REASONS_LEFT[reason] ?? 0);
  return STEPS.filter(({ cures }) => cures.includes(reason)).flatMap(({ cost: price, take }) => {
    const question = take(judged, lattice);
    const cost = spent + price;
    return question === null ? [] : [{ question, cost, reckoned: cost + ahead }];
  });
}

function nameOf(question: OutcomesQuestion): string {
  return JSON.stringify(question);
}
