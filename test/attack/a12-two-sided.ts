import { share } from './score.js';
import type { Score } from './score.js';
import { rowsOf } from './world/asking.js';
import type { Question, Rate } from './world/asking.js';
import { subsetsOf } from './world/crawl.js';
import type { Role, World } from './world/open-world.js';
import { TRANSPORTED } from './world/story.js';

const THRESHOLD: Readonly<Partial<Record<Role, number>>> = { researcher: 11, stateOffice: 6, public: 13 };
export const GROUPS = ['CALL_TYPE', 'CALL_SOURCE', 'AGE_BAND', 'RACE_ETHNICITY', 'RESPONSE_MODEL'];
export const OUTCOME_RATES = [
  'arrestRate',
  'involuntaryHoldRate',
  'resolvedOnSceneRate',
  'emergencyDepartmentRate',
  'useOfForceRate',
  'seriousForceRate',
];

/**
 * A12: is there a group of which the answer says what all of them, or all but a few, did?
 *
 * @param groups the dimensions it is looked for in, two at a time.
 */
export async function groupDisclosure(world: World, groups: readonly string[]): Promise<Score> {
  const findings: string[] = [];
  let printed = 0;
  for (const role of ['researcher', 'stateOffice', 'public'] as const) {
    const questions = questionsFor(role, groups);
    const answers = await world.ask(role, questions);
    for (const row of answers.flatMap(rowsOf)) {
      for (const [measure, rate] of Object.entries(row.rates)) {
        if (rate.value === null) continue;
        printed += 1;
        if (isTelling(rate, THRESHOLD[role] ?? 0))
          findings.push(`${role} ${measure} ${JSON.stringify([row.group, rate])}`);
      }
    }
  }
  return {
    id: 'A12',
    score: findings.length,
    baseline: share(0, printed),
    passes: findings.length === 0 && printed > 0,
    breaks: findings.length >= 1,
    finding: findings[0] ?? `none of ${printed} rates has a side below its threshold`,
  };
}

function isTelling({ value, numerator, denominator }: Rate, threshold: number): boolean {
  if (value === null || numerator === null || denominator === null) return true;
  return numerator < threshold || denominator - numerator < threshold || value === 0 || value === 1;
}

function questionsFor(role: Role, groups: readonly string[]): readonly Question[] {
  const by = role === 'public' ? [[], ['RESPONSE_MODEL']] : subsetsOf(groups, 2);
  return by.map((axes) => ({ by: axes, period: TRANSPORTED.quarter, measures: OUTCOME_RATES }));
}
