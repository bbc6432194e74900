import type { AskedField, Asker } from '../../../schema/records/index.js';
import type { OutcomesQuestion, Refused } from '../../table/index.js';

import type { House } from '../house.js';
import { noteQuestion } from '../ledger/note-question.js';
import { areaAsked, overQuota } from '../ledger/quotas.js';
import { explained } from './explained.js';
import type { ComparisonTable, OutcomesTable } from './outcomes-answer.js';
import { handleIn, handleOf } from './outcomes-table.js';
import { planFor, protectedPlan } from './protected-plan.js';
import type { Asking, ProtectedPlan } from './protected-plan.js';
import type { Way } from './ways.js';

/** A question as it was put. */
export interface Put<Table extends OutcomesTable | ComparisonTable> {
  readonly field: AskedField;
  readonly asking: Asking;
  /** What the field asks besides the question: the baseline of a comparison. */
  readonly beside: Readonly<Record<string, string>>;
  readonly layOut: (found: ProtectedPlan) => Table;
}

/** Answer a question asked in a way, or say why not and what would be answered instead. */
export async function answeredOrExplained<Table extends OutcomesTable | ComparisonTable>(
  { question, way, putOf }: { question: OutcomesQuestion; way: Way; putOf: (asking: Asking) => Put<Table> },
  asker: Asker,
  house: House,
): Promise<Table | Refused> {
  const asking = way.askingOf(question);
  const answer = 'kind' in asking ? asking : await answered(putOf(asking), asker, house);
  return answer.kind === 'REFUSED' ? explained(answer, { question, way }, asker, house) : answer;
}

/** Answer from memory or afresh, within the quota, and note the question in the ledger before the answer leaves. */
async function answered<Table extends OutcomesTable | ComparisonTable>(
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
  const { asking } = put;
  const key = answerKey(put);
  // A key names the field, and so the kind of table.
  const known = house.memory.answers.get(key) as Table | undefined;
  if (known !== undefined) return (await overQuota({ asking, area, handle: handleIn(known) }, asker, house)) ?? known;

  const plan = planFor(asking);
  if ('kind' in plan) return plan;
  const refusal = await overQuota({ asking, area, handle: handleOf(asking, plan.rows) }, asker, house);
  if (refusal !== null) return refusal;

  const made = put.layOut(await protectedPlan(asking, plan, house));
  house.memory.answers.set(key, made);
  return made;
}

/** Answer afresh, whoever asks and however often: for the replay of a question. */
export async function answeredAgain<Table extends OutcomesTable | ComparisonTable>(
  { asking, layOut }: Put<Table>,
  house: House,
): Promise<Table | Refused> {
  const plan = planFor(asking);
  return 'kind' in plan ? plan : layOut(await protectedPlan(asking, plan, house));
}

/** Everything an answer depends on: what is asked, of which release, and what this asker may see. */
function answerKey({
  field,
  beside,
  asking: { question, scene, sight },
}: Put<OutcomesTable | ComparisonTable>): string {
  const { lens, visibleAgencies } = sight;
  return JSON.stringify([field, beside, scene.release.id, lens.name, [...visibleAgencies].toSorted(), question]);
}
