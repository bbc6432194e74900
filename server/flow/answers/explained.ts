import type { Asker } from '../../../schema/records/index.js';
import { nearestQuestion, noRowPermitted, showsSomething } from '../../plan/index.js';
import type { Judge } from '../../plan/index.js';
import type { OutcomesQuestion, Refused } from '../../table/index.js';

import type { House, TablesAsked } from '../house.js';
import { areaAsked, quotaRefusal, tablesAnswered } from '../ledger/quotas.js';
import { handleOf } from './outcomes-table.js';
import { outlineFor, planFor } from './protected-plan.js';
import type { Asking } from './protected-plan.js';
import type { Way } from './ways.js';

/**
 * The refusal with the nearest question that is answered to this asker, and what is different about it.
 *
 * A quota is not looked around: the refusal says when to come back.
 */
export async function explained(
  refusal: Refused,
  { question, way }: { question: OutcomesQuestion; way: Way },
  asker: Asker,
  house: House,
): Promise<Refused> {
  if (refusal.reason === 'QUOTA_REACHED') return refusal;

  const nearest = nearestQuestion(question, {
    judge: await judgeFor(way, asker, house),
    lattice: way.scene.lattice,
  });
  return nearest === null ? refusal : { ...refusal, nearest, remedy: `It is answered ${listed(nearest.changes)}.` };
}

/** Judges questions as they would be answered now, and those that would show nothing that was asked for as refused. */
async function judgeFor(way: Way, asker: Asker, house: House): Promise<Judge> {
  const answered = await tablesAnswered({ asker, scene: way.scene }, house);

  return (question) => {
    const asking = way.askingOf(question);
    if ('kind' in asking) return { question, planned: null, refused: asking };
    const planned = { question: asking.question, lens: asking.sight.lens };
    return { question, planned, refused: refusalOf(asking, answered) };
  };
}

function refusalOf(asking: Asking, answered: TablesAsked): Refused | null {
  const outline = outlineFor(asking);
  if ('kind' in outline) return outline;
  if (!showsSomething(outline)) return noRowPermitted();
  return quotaRefusal({ asking, area: areaAsked(asking), handleOf: () => handleFor(asking) }, answered);
}

function handleFor(asking: Asking): string {
  const plan = planFor(asking);
  return 'kind' in plan ? '' : handleOf(asking, plan.rows);
}

function listed(changes: readonly string[]): string {
  const last = changes.at(-1) ?? 'as it is';
  return changes.length < 2 ? last : `${changes.slice(0, -1).join(', ')} and ${last}`;
}
