import type { Asker } from '../../../schema/records/index.js';
import { nearestQuestion } from '../../plan/index.js';
import type { Judge, Judged } from '../../plan/index.js';
import type { Refused } from '../../table/index.js';

import type { House } from '../house.js';
import { quotaAcross, tablesAnswered } from '../ledger/quotas.js';
import { answered } from './answered.js';
import { refusalIn } from './put.js';
import type { Put } from './put.js';
import type { AnyTable, AskedIn, Way } from './way.js';

/** Answer one table of a question asked in a way, or say why not and what would be answered instead. */
export async function answeredOrExplained<Table extends AnyTable>(
  put: Put<Table> | Refused,
  asked: AskedIn,
  asker: Asker,
  house: House,
): Promise<Table | Refused> {
  const answer = 'reason' in put ? put : await answered(put, asker, house);
  return answer.kind === 'REFUSED' ? explained(answer, asked, asker, house) : answer;
}

/**
 * The refusal with the nearest question that is answered to this asker, and what is different about it.
 *
 * Every refusal of the house passes here. A quota is not looked around: the refusal says when to come back.
 */
export async function explained(
  refusal: Refused,
  { question, way }: AskedIn,
  asker: Asker,
  house: House,
): Promise<Refused> {
  if (refusal.reason === 'QUOTA_REACHED') return refusal;

  const judge = await judgeFor(way, asker, house);
  const nearest = nearestQuestion(question, { judge, lattice: way.scene.lattice, isAskable: way.isAskable });
  return nearest === null ? refusal : { ...refusal, nearest, remedy: `It is answered ${listed(nearest.changes)}.` };
}

/** Judges questions as they would be answered now, and those that would show nothing that was asked for as refused. */
async function judgeFor(way: Way, asker: Asker, house: House): Promise<Judge> {
  const tables = await tablesAnswered({ asker, scene: way.scene }, house);

  return (question): Judged => {
    const { ownAgency } = way;
    const puts = way.putsOf(question);
    if ('kind' in puts) return { question, ownAgency, planned: [], refused: puts };

    const planned = puts.flatMap(({ asking: { question: main, along, sight } }) =>
      [main, ...(along?.questions ?? [])].map((one) => ({ question: one, lens: sight.lens })),
    );
    return { question, ownAgency, planned, refused: firstOf(puts, refusalIn) ?? quotaAcross(puts, tables) };
  };
}

function firstOf<Item>(items: readonly Item[], refusalOf: (item: Item) => Refused | null): Refused | null {
  for (const item of items) {
    const refusal = refusalOf(item);
    if (refusal !== null) return refusal;
  }
  return null;
}

function listed(changes: readonly string[]): string {
  const last = changes.at(-1) ?? 'as it is';
  return changes.length < 2 ? last : `${changes.slice(0, -1).join(', ')} and ${last}`;
}
