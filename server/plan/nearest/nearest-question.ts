import type { AdjustedQuestion, Nearest } from '../../table/index.js';

import type { Lattice } from '../lattice.js';
import { changesBetween } from './changes.js';
import type { Judge, Judged } from './judged.js';
import { STEPS } from './steps.js';

/** Most questions judged: so many to find the cheapest change, and as many again to find any. */
const JUDGED_MAX = 30;

interface Candidate {
  readonly question: AdjustedQuestion;
  /** Of the steps taken so far, added up. */
  readonly cost: number;
}

/** What questions are looked for with. Judging is planning, which never sees data, so what is found tells nothing of a cell. */
interface Means {
  readonly judge: Judge;
  readonly lattice: Lattice;
  /** Whether a question can be asked in the same way at all: a trend has a time axis. */
  readonly isAskable: (question: AdjustedQuestion) => boolean;
}

/**
 * The nearest question to a refused one that is answered: the one with the cheapest change, of the steps and costs in
 * `steps.ts`; null where none is found.
 *
 * Certain to be the cheapest where it is among the first 30 judged, cheapest first, as it is for nearly nine in ten. Else a
 * change is found by the cheapest step at a time, in 30 more, which may be a dearer one.
 */
export function nearestQuestion(asked: AdjustedQuestion, means: Means): Nearest | null {
  const question = cheapestAnswered(asked, means) ?? answeredDownhill(asked, means);
  return question === null ? null : { question, changes: changesBetween(asked, question) };
}

/**
 * From the question on, the cheapest candidate is judged; one that is refused gives way to those a step further, of the
 * steps that may remove its reason.
 */
function cheapestAnswered(asked: AdjustedQuestion, means: Means): AdjustedQuestion | null {
  const judged = new Set<string>();
  let waiting: readonly Candidate[] = [{ question: asked, cost: 0 }];

  while (judged.size < JUDGED_MAX) {
    const [candidate, ...others] = waiting.filter(({ question }) => !judged.has(nameOf(question))).toSorted(byCost);
    if (candidate === undefined) return null;

    const verdict = means.judge(candidate.question);
    if (verdict.refused === null) return candidate.question;
    judged.add(nameOf(candidate.question));
    waiting = [...others, ...oneStepFrom(verdict, { cost: candidate.cost, means })];
  }
  return null;
}

/** Always the cheapest step that may remove the reason, until there is none, or the question is answered. */
function answeredDownhill(asked: AdjustedQuestion, means: Means): AdjustedQuestion | null {
  let question = asked;
  for (let judged = 0; judged < JUDGED_MAX; judged += 1) {
    const verdict = means.judge(question);
    if (verdict.refused === null) return question;

    const [next] = oneStepFrom(verdict, { cost: 0, means }).toSorted(byCost);
    if (next === undefined) return null;
    question = next.question;
  }
  return null;
}

function oneStepFrom(
  judged: Judged,
  { cost: spent, means: { lattice, isAskable } }: { cost: number; means: Means },
): readonly Candidate[] {
  const reason = judged.refused?.reason;
  return STEPS.filter(({ cures }) => reason !== undefined && cures.includes(reason)).flatMap(({ cost, take }) => {
    const question = take(judged, lattice);
    const isStep = question !== null && nameOf(question) !== nameOf(judged.question) && isAskable(question);
    return isStep ? [{ question, cost: spent + cost }] : [];
  });
}

function byCost(one: Candidate, other: Candidate): number {
  return one.cost - other.cost;
}

function nameOf(question: AdjustedQuestion): string {
  return JSON.stringify(question);
}
