import type { Asker } from '../../../schema/records/index.js';
import { AskerError } from '../../lib/index.js';
import { lenses } from '../../protect/index.js';
import type { OutcomesQuestion, Refused } from '../../table/index.js';

import type { House } from '../house.js';
import { answered } from './answered.js';
import type { Put } from './answered.js';
import type { OutcomesAnswer, OutcomesTable } from './outcomes-answer.js';
import { outcomesTable } from './outcomes-table.js';
import type { Asking } from './protected-plan.js';
import { releaseScene } from './release-scene.js';
import type { ReleaseScene } from './scene.js';
import { sightOf } from './sight.js';

/** The read path, from question to protected answer. */
export async function answerOutcomes(question: OutcomesQuestion, asker: Asker, house: House): Promise<OutcomesAnswer> {
  const scene = await sceneAsked(question, house);
  if (scene === null) return nothingReleased();

  const sight = await sightOf({ asker, question, scene }, house);
  return answered(outcomesPut('OUTCOMES', { question, scene, sight }), asker, house);
}

/** An agency's own encounters, exact, for its own people only. Marked UNPROTECTED, and never mixed with other rows. */
export async function answerOwnOutcomes(
  question: OutcomesQuestion,
  asker: Asker,
  house: House,
): Promise<OutcomesAnswer> {
  const scene = await sceneAsked(question, house);
  if (scene === null) return nothingReleased();

  const own = asker.agencyId;
  if (own === null || (question.where.agencies ?? [own]).some((agency) => agency !== own)) return notOwnAgency();

  const asking = {
    question: { ...question, where: { ...question.where, agencies: [own] } },
    scene,
    sight: { lens: lenses.OWN, visibleAgencies: new Set([own]) },
  };
  return answered(outcomesPut('OWN_OUTCOMES', asking), asker, house);
}

/** A table of outcomes as it was asked for. */
export function outcomesPut(field: 'OUTCOMES' | 'OWN_OUTCOMES', asking: Asking): Put<OutcomesTable> {
  return { field, asking, beside: {}, layOut: (found) => outcomesTable(asking, found) };
}

/** The release a question names, or the latest. */
export async function sceneAsked(
  { releaseId }: Pick<OutcomesQuestion, 'releaseId'>,
  house: House,
): Promise<ReleaseScene | null> {
  const scene = await releaseScene(releaseId, house);
  if (scene === null && releaseId !== null) {
    throw new AskerError(
      'NOT_FOUND',
      `There is no release ${releaseId}. Ask \`releases\` for those there are, or leave it out.`,
    );
  }
  return scene;
}

export function nothingReleased(): Refused {
  return {
    kind: 'REFUSED',
    reason: 'NOTHING_RELEASED',
    message:
      'Nothing has been released yet, and only released periods are answered. Ask again after the first release.',
    nearestBy: null,
  };
}

export function notOwnAgency(): Refused {
  return {
    kind: 'REFUSED',
    reason: 'NOT_OWN_AGENCY',
    message:
      'Exact counts are shown to the people of an agency about that agency only. ' +
      'Leave `agency` out or name your own; ask `outcomes` for others, protected.',
    nearestBy: null,
  };
}
