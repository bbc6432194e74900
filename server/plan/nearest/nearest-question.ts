import type { Nearest, OutcomesQuestion } from '../../table/index.js';

import type { Lattice } from '../lattice.js';
import { changesBetween } from './changes.js';
import type { Judge, Judged } from './judged.js';
import { STEPS } from './steps.js';

/** Most questions judged, first to find the cheapest change, and then to find any. */
const JUDGED_MAX = 30;

interface Candidate {
  readonly question: OutcomesQuestion;
  readonly cost: number;
}

/** What questions are looked for with. Judging is planning, which never sees data, so what is found tells nothing of a cell. */
interface Means {
  readonly judge: Judge;
  readonly lattice: Lattice;
}

/** The cheapest change of a question that is refused with which it is answered; where that is far off, a change; or null. */
export function nearestQuestion(asked: OutcomesQuestion, means: Means): Nearest | null {
  const question = cheapestAnswered(asked, means) ?? answeredDownhill(asked, means);
  return question === null ? null : { question, changes: changesBetween(asked, question) };
}

/**
 * From the question on, the cheapest candidate is judged; one that is refused gives way to those a step further, of the
 * steps that may remove its reason.
 */
function cheapestAnswered(asked: OutcomesQuestion, { judge, lattice }: Means): OutcomesQuestion | null {
  const judged = new Set<string>();
  let waiting: readonly Candidate[] = [{ question: asked, cost: 0 }];

  while (judged.size < JUDGED_MAX) {
    const [candidate, ...others] = waiting.filter(({ question }) => !judged.has(nameOf(question))).toSorted(byCost);
    if (candidate === undefined) return null;

    const verdict = judge(candidate.question);
    if (verdict.refused === null) return candidate.question;
    judged.add(nameOf(candidate.question));
    waiting = [...others, ...oneStepFrom(verdict, { cost: candidate.cost, lattice })];
  }
  return null;
}

/** Always the cheapest step that may remove the reason, until there is none, or the question is answered. */
function answeredDownhill(asked: OutcomesQuestion, { judge, lattice }: Means): OutcomesQuestion | null {
  let question = asked;
  for (let judged = 0; judged < JUDGED_MAX; judged += 1) {
    const verdict = judge(question);
    if (verdict.refused === null) return question;

    const [next] = oneStepFrom(verdict, { cost: 0, lattice }).toSorted(byCost);
    if (next === undefined) return null;
    question = next.question;
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
    return question === null || nameOf(question) === nameOf(judged.question) ? [] : [{ question, cost: spent + cost }];
  });
}

function byCost(one: Candidate, other: Candidate): number {
  return one.cost - other.cost;
}

function nameOf(question: OutcomesQuestion): string {
  return JSON.stringify(question);
}
