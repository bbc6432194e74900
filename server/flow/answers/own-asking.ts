import { lenses } from '../../protect/index.js';
import type { OutcomesQuestion } from '../../table/index.js';

import type { Asking } from './protected-plan.js';
import type { ReleaseScene } from './scene.js';

/** Whether a question names no agency but one's own. */
export function isOwn({ where: { agencies = [] } }: OutcomesQuestion, own: string): boolean {
  return agencies.every((agency) => agency === own);
}

/** A question about one's own agency, which sees itself exactly, and nobody else. */
export function ownAsking({
  question,
  own,
  scene,
}: {
  question: OutcomesQuestion;
  own: string;
  scene: ReleaseScene;
}): Asking {
  const ofOwn = { ...question, where: { ...question.where, agencies: [own] } };
  return { question: ofOwn, scene, sight: { lens: lenses.OWN, visibleAgencies: new Set([own]), ownAgency: own } };
}
