import type { Asker } from '../../../schema/records/index.js';
import { measures } from '../../../schema/catalogue/index.js';
import { lenses } from '../../protect/index.js';
import { refused } from '../../table/index.js';
import type { OutcomesQuestion, Refused } from '../../table/index.js';

import type { House } from '../house.js';
import type { Asking } from './protected-plan.js';
import type { ReleaseScene } from './scene.js';
import { sightsOf } from './sight.js';

/** The dimension a comparison is laid out by. */
export const ARM = 'RESPONSE_MODEL';

/** A way of asking one release: a question as it is planned and as its asker sees it, or why it may not be asked at all. */
export interface Way {
  readonly scene: ReleaseScene;
  readonly askingOf: (question: OutcomesQuestion) => Asking | Refused;
}

export async function wayOfOutcomes(scene: ReleaseScene, asker: Asker, house: House): Promise<Way> {
  const sightOf = await sightsOf({ asker, scene }, house);
  return { scene, askingOf: (question) => ({ question, scene, sight: sightOf(question) }) };
}

/** @param models the arms and the baseline: codes of RESPONSE_MODEL. */
export async function wayOfComparison(
  { scene, models }: { scene: ReleaseScene; models: readonly string[] },
  asker: Asker,
  house: House,
): Promise<Way> {
  const { askingOf } = await wayOfOutcomes(scene, asker, house);
  return { scene, askingOf: (question) => askingOf(armQuestion({ question, models })) };
}

/** An agency sees itself exactly, and nobody else. */
export function wayOfOwnOutcomes(scene: ReleaseScene, { agencyId: own }: Asker): Way {
  const askingOf = (question: OutcomesQuestion): Asking | Refused => {
    if (own === null || (question.where.agencies ?? [own]).some((agency) => agency !== own)) return notOwnAgency();
    return {
      question: { ...question, where: { ...question.where, agencies: [own] } },
      scene,
      sight: { lens: lenses.OWN, visibleAgencies: new Set([own]) },
    };
  };
  return { scene, askingOf };
}

function armQuestion({
  question,
  models,
}: {
  question: OutcomesQuestion;
  models: readonly string[];
}): OutcomesQuestion {
  const rates = measures.filter(({ kind, code }) => kind === 'RATE' && question.measures.includes(code));
  return {
    ...question,
    where: { ...question.where, nodes: { ...question.where.nodes, [ARM]: [...new Set(models)] } },
    by: [...question.by.filter((axis) => axis !== ARM), ARM],
    measures: rates.map(({ code }) => code),
  };
}

function notOwnAgency(): Refused {
  return refused({
    reason: 'NOT_OWN_AGENCY',
    because: 'Exact counts are shown to the people of an agency about that agency only.',
    remedy: 'Leave `agency` out or name your own; ask `outcomes` for others, protected.',
  });
}
