import type { Asker } from '../../../schema/records/index.js';
import type { Refused } from '../../table/index.js';

import type { House } from '../house.js';
import { noteQuestion } from '../ledger/note-question.js';
import { areaAsked, overQuota } from '../ledger/quotas.js';
import type { ComparisonTable, OutcomesTable } from './outcomes-answer.js';
import { handleIn, handleOf } from './outcomes-table.js';
import { protectedPlan } from './protected-plan.js';
import { planOf } from './put.js';
import type { Put } from './put.js';

/** Answer from memory or afresh, within the quota, and note the question in the ledger before the answer leaves. */
export async function answered<Table extends OutcomesTable | ComparisonTable>(
  put: Put<Table>,
  asker: Asker,
  house: House,
): Promise<Table | Refused> {
  const area = areaAsked(put.asking);
  const answer = await answerWithin({ ...put, area }, asker, house);
  await noteQuestion({ ...put, area, answer }, asker, house);
  return answer;
}

async function answerWithin<Table extends OutcomesTable | ComparisonTable>(
  { area, ...put }: Put<Table> & { readonly area: string },
  asker: Asker,
  house: House,
): Promise<Table | Refused> {
  const { asking, refused = null } = put;
  if (refused !== null) return refused;
  const key = answerKey(put);
  // A key names the field, and so the kind of table.
  const known = house.memory.answers.get(key) as Table | undefined;
  if (known !== undefined) return (await overQuota({ asking, area, handle: handleIn(known) }, asker, house)) ?? known;

  const plan = planOf(put);
  if ('kind' in plan) return plan;
  const refusal = await overQuota({ asking, area, handle: handleOf(asking, plan) }, asker, house);
  if (refusal !== null) return refusal;

  const made = put.layOut(await protectedPlan(asking, plan, house));
  house.memory.answers.set(key, made);
  return made;
}

/** Answer afresh, whoever asks and however often: for the replay of a question. */
export async function answeredAgain<Table extends OutcomesTable | ComparisonTable>(
  put: Put<Table>,
  house: House,
): Promise<Table | Refused> {
  const plan = planOf(put);
  return 'kind' in plan ? plan : put.layOut(await protectedPlan(put.asking, plan, house));
}

/** Everything an answer depends on: what is asked, of which release, and what this asker may see. */
function answerKey({
  field,
  beside,
  asking: { question, scene, sight },
}: Put<OutcomesTable | ComparisonTable>): string {
  const { lens, visibleAgencies, ownAgency } = sight;
  const seen = [lens.name, [...visibleAgencies].toSorted(), ownAgency];
  return JSON.stringify([field, beside, scene.release.id, seen, question]);
}
