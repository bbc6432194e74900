import type { Nearest, OutcomesQuestion } from '../../table/index.js';

import type { Lattice } from '../lattice.js';
import { changesBetween } from './changes.js';
import type { Judge, Judged } from './judged.js';
import { STEPS } from './steps.js';

/** Most questions judged for one refusal: none of the questions asked for in tests needs half of it. */
const JUDGED_MAX = 60;

interface Candidate {
  readonly question: OutcomesQuestion;
  readonly cost: number;
}

/**
 * The cheapest change of a question that is refused with which it is answered, or null.
 *
 * From the question on, the cheapest candidate is judged; one that is refused gives way to those a step further, of the
 * steps that may remove its reason. Judging is planning, which never sees data, so the answer tells nothing of a cell.
 */
export function nearestQuestion(
  asked: OutcomesQuestion,
  { judge, lattice }: { judge: Judge; lattice: Lattice },
): Nearest | null {
  const judged = new Set<string>();
  let waiting: readonly Candidate[] = [{ question: asked, cost: 0 }];

  while (judged.size < JUDGED_MAX) {
    const [candidate, ...others] = waiting.filter(({ question }) => !judged.has(nameOf(question))).toSorted(byCost);
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
  return STEPS.filter(({ cures }) => reason !== undefined && cures.includes(reason)).flatMap(({ cost, take }) => {
    const question = take(judged, lattice);
    return question === null ? [] : [{ question, cost: spent + cost }];
  });
}

function byCost(one: Candidate, other: Candidate): number {
  return one.cost - other.cost;
}

function nameOf(question: OutcomesQuestion): string {
  return JSON.stringify(question);
}
