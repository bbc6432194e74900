import type { Asker } from '../../../schema/records/index.js';
import { nearestQuestion, noRowPermitted, showsSomething } from '../../plan/index.js';
import type { Judge } from '../../plan/index.js';
import type { OutcomesQuestion, Refused } from '../../table/index.js';

import type { House, TablesAsked } from '../house.js';
import { areaAsked, quotaRefusal, tablesAnswered } from '../ledger/quotas.js';
import { answered } from './answered.js';
import type { Put } from './answered.js';
import type { ComparisonTable, OutcomesTable } from './outcomes-answer.js';
import { handleOf } from './outcomes-table.js';
import { outlineFor, planFor } from './protected-plan.js';
import type { Asking } from './protected-plan.js';
import type { ReleaseScene } from './scene.js';

/** A way of asking one release: each question as it is put, or why it may not be asked at all. */
export interface Way<Table extends OutcomesTable | ComparisonTable> {
  readonly scene: ReleaseScene;
  readonly putOf: (question: OutcomesQuestion) => Put<Table> | Refused;
}

interface Asked {
  readonly question: OutcomesQuestion;
  readonly way: Way<OutcomesTable | ComparisonTable>;
}

/** Answer a question asked in a way, or say why not and what would be answered instead. */
export async function answeredOrExplained<Table extends OutcomesTable | ComparisonTable>(
  { question, way }: { question: OutcomesQuestion; way: Way<Table> },
  asker: Asker,
  house: House,
): Promise<Table | Refused> {
  const put = way.putOf(question);
  const answer = 'kind' in put ? put : await answered(put, asker, house);
  return answer.kind === 'REFUSED' ? explained(answer, { question, way }, asker, house) : answer;
}

/**
 * The refusal with the nearest question that is answered to this asker, and what is different about it.
 *
 * A quota is not looked around: the refusal says when to come back.
 */
export async function explained(
  refusal: Refused,
  { question, way }: Asked,
  asker: Asker,
  house: House,
): Promise<Refused> {
  if (refusal.reason === 'QUOTA_REACHED') return refusal;

  const judge = await judgeFor(way, asker, house);
  const nearest = nearestQuestion(question, { judge, lattice: way.scene.lattice });
  if (nearest === null) return refusal;
  return { ...refusal, nearest, nearestBy: nearest.question.by, remedy: `It is answered ${listed(nearest.changes)}.` };
}

/** Judges questions as they would be answered now, and those that would show nothing that was asked for as refused. */
async function judgeFor(way: Asked['way'], asker: Asker, house: House): Promise<Judge> {
  const tables = await tablesAnswered({ asker, scene: way.scene }, house);

  return (question) => {
    const put = way.putOf(question);
    if ('kind' in put) return { question, planned: null, refused: put };
    const { asking, refused = null } = put;
    const planned = { question: asking.question, lens: asking.sight.lens };
    return { question, planned, refused: refused ?? refusalOf(asking, tables) };
  };
}

function refusalOf(asking: Asking, tables: TablesAsked): Refused | null {
  const outline = outlineFor(asking);
  if ('kind' in outline) return outline;
  if (!showsSomething(outline)) return noRowPermitted();
  return quotaRefusal({ asking, area: areaAsked(asking), handleOf: () => handleFor(asking) }, tables);
}

function handleFor(asking: Asking): string {
  const plan = planFor(asking);
  return 'kind' in plan ? '' : handleOf(asking, plan);
}

function listed(changes: readonly string[]): string {
  const last = changes.at(-1) ?? 'as it is';
  return changes.length < 2 ? last : `${changes.slice(0, -1).join(', ')} and ${last}`;
}
