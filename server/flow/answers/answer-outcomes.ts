import type { Asker } from '../../../schema/records/index.js';
import { AskerError } from '../../lib/index.js';
import { refused } from '../../table/index.js';
import type { OutcomesQuestion, Refused } from '../../table/index.js';

import type { House } from '../house.js';
import { answeredOrExplained } from './answered.js';
import type { Put } from './answered.js';
import type { OutcomesAnswer, OutcomesTable } from './outcomes-answer.js';
import { outcomesTable } from './outcomes-table.js';
import type { Asking } from './protected-plan.js';
import { releaseScene } from './release-scene.js';
import type { ReleaseScene } from './scene.js';
import { wayOfOutcomes, wayOfOwnOutcomes } from './ways.js';

/** The read path, from question to protected answer. */
export async function answerOutcomes(question: OutcomesQuestion, asker: Asker, house: House): Promise<OutcomesAnswer> {
  const scene = await sceneAsked(question, house);
  if (scene === null) return nothingReleased();

  const way = await wayOfOutcomes(scene, asker, house);
  const putOf = (asking: Asking): Put<OutcomesTable> => outcomesPut('OUTCOMES', asking);
  return answeredOrExplained({ question, way, putOf }, asker, house);
}

/** An agency's own encounters, exact, for its own people only. Marked UNPROTECTED, and never mixed with other rows. */
export async function answerOwnOutcomes(
  question: OutcomesQuestion,
  asker: Asker,
  house: House,
): Promise<OutcomesAnswer> {
  const scene = await sceneAsked(question, house);
  if (scene === null) return nothingReleased();

  const way = wayOfOwnOutcomes(scene, asker);
  const putOf = (asking: Asking): Put<OutcomesTable> => outcomesPut('OWN_OUTCOMES', asking);
  return answeredOrExplained({ question, way, putOf }, asker, house);
}

/** A table of outcomes as it was asked for. */
export function outcomesPut(field: 'OUTCOMES' | 'OWN_OUTCOMES', asking: Asking): Put<OutcomesTable> {
  return { field, asking, beside: {}, layOut: (found) => outcomesTable(asking, found) };
}

/** The release a question names, or the latest. */
export async function sceneAsked({ releaseId }: OutcomesQuestion, house: House): Promise<ReleaseScene | null> {
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
  return refused({
    reason: 'NOTHING_RELEASED',
    because: 'Nothing has been released yet, and only released periods are answered.',
    remedy: 'Ask again after the first release.',
  });
}
