import type { Asker } from '../../../schema/records/index.js';
import { AskerError } from '../../lib/index.js';
import { refused } from '../../table/index.js';
import type { OutcomesQuestion, Refused } from '../../table/index.js';

import type { House } from '../house.js';
import { answeredOrExplained } from './explained.js';
import type { OutcomesAnswer, OutcomesTable } from './outcomes-answer.js';
import { outcomesTable } from './outcomes-table.js';
import { isOwn, ownAsking } from './own-asking.js';
import type { Asking } from './protected-plan.js';
import type { Put } from './put.js';
import { releaseScene } from './release-scene.js';
import type { ReleaseScene } from './scene.js';
import { sightsOf } from './sight.js';
import { wayOfOne } from './way.js';
import type { WayOfOne } from './way.js';

/** The read path, from question to protected answer. */
export async function answerOutcomes(question: OutcomesQuestion, asker: Asker, house: House): Promise<OutcomesAnswer> {
  const scene = await sceneAsked(question, house);
  if (scene === null) return nothingReleased();

  const way = await wayOfOutcomes(scene, asker, house);
  return answeredOrExplained(way.putOf(question), { question, way }, asker, house);
}

/** How `outcomes` is asked of a release: any question, as this asker sees it. */
export async function wayOfOutcomes(scene: ReleaseScene, asker: Asker, house: House): Promise<WayOfOne<OutcomesTable>> {
  const sightOf = await sightsOf({ asker, scene }, house);
  return wayOfOne({
    scene,
    putOf: (question) => outcomesPut('OUTCOMES', { question, scene, sight: sightOf(question) }),
  });
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
  return answeredOrExplained(way.putOf(question), { question, way }, asker, house);
}

/** An agency sees itself exactly, and nobody else. */
function wayOfOwnOutcomes(scene: ReleaseScene, { agencyId: own }: Asker): WayOfOne<OutcomesTable> {
  const putOf = (question: OutcomesQuestion): Put<OutcomesTable> | Refused => {
    if (own === null || !isOwn(question, own)) return notOwnAgency();
    return outcomesPut('OWN_OUTCOMES', ownAsking({ question, own, scene }));
  };
  return wayOfOne({ scene, putOf, ownAgency: own });
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
  return refused({
    reason: 'NOTHING_RELEASED',
    because: 'Nothing has been released yet, and only released periods are answered.',
    remedy: 'Ask again after the first release.',
  });
}

export function notOwnAgency(): Refused {
  return refused({
    reason: 'NOT_OWN_AGENCY',
    because: 'Exact counts are shown to the people of an agency about that agency only.',
    remedy: 'Leave `agency` out or name your own; ask `outcomes` for others, protected.',
  });
}
