import type { LedgerEntry, TokenHolder } from '../../../schema/records/index.js';
import { mayReadWholeLedger } from '../../access/index.js';
import { AskerError } from '../../lib/index.js';
import { lenses, policyId } from '../../protect/index.js';
import type { Refused } from '../../table/index.js';

import { comparisonPut } from '../answers/answer-comparison.js';
import { shapeIn } from '../answers/comparison/shape.js';
import { outcomesPut } from '../answers/answer-outcomes.js';
import { ownTableAgain } from '../answers/answer-own-table.js';
import { answeredAgain } from '../answers/answered.js';
import type { ComparisonTable, OutcomesTable } from '../answers/outcomes-answer.js';
import type { Asking } from '../answers/protected-plan.js';
import { releaseScene } from '../answers/release-scene.js';
import type { House } from '../house.js';
import { peersPut } from '../studies/answer-peers.js';
import { trendPut } from '../studies/answer-trend.js';
import { impactPutAgain } from '../studies/impact-puts.js';
import { mayNotReadWholeLedger } from './check-ledger.js';
import { digestOf } from './note-question.js';
import type { NotedQuestion } from './note-question.js';

/**
 * What asking a question of the ledger again gave.
 *
 * SAME and DIFFERENT compare digests. RETIRED: rows of its release were erased by law. OTHER_POLICY: the rules have
 * changed since. OVER_QUOTA, NOT_COMPARED: it was refused for its asker's quota, or for what agencies had declared by then,
 * which is no answer to compare.
 */
export type ReplayVerdict = 'SAME' | 'DIFFERENT' | 'RETIRED' | 'OTHER_POLICY' | 'OVER_QUOTA' | 'NOT_COMPARED';

/** Ask a question of the ledger again, afresh, as its asker saw it. No number of the answer is given. */
export async function replayQuestion(
  { seq }: { seq: number },
  asker: TokenHolder,
  house: House,
): Promise<ReplayVerdict> {
  if (!mayReadWholeLedger(asker)) throw mayNotReadWholeLedger();
  const entry = await house.store.ledger.bySeq(seq);
  if (entry === null) throw noSuchEntry(seq);

  const noted = JSON.parse(entry.question) as NotedQuestion;
  if (entry.refusal === 'QUOTA_REACHED') return 'OVER_QUOTA';
  if (entry.refusal === 'NOT_COMPARABLE') return 'NOT_COMPARED';
  if (noted.policyId !== policyId) return 'OTHER_POLICY';
  const release = await house.store.releases.byId(entry.releaseId);
  if (release?.retiredAt !== null) return 'RETIRED';

  return (await digestAgain(entry, noted, house)) === entry.responseSha256 ? 'SAME' : 'DIFFERENT';
}

async function digestAgain(
  { field, releaseId }: LedgerEntry,
  { question, lens, visibleAgencies, ownAgency, beside }: NotedQuestion,
  house: House,
): Promise<string> {
  const scene = await releaseScene(releaseId, house);
  if (scene === null) throw new Error('A release that was read is not there.');
  const sight = { lens: lenses[lens], visibleAgencies: new Set(visibleAgencies), ownAgency };
  const asking = { question, scene, sight };

  const answer = await askedAgain(field, beside, asking, house);
  return digestOf(answer).responseSha256;
}

async function askedAgain(
  field: LedgerEntry['field'],
  beside: NotedQuestion['beside'],
  asking: Asking,
  house: House,
): Promise<OutcomesTable | ComparisonTable | Refused> {
  switch (field) {
    case 'COMPARE':
      return answeredAgain(comparisonPut(shapeIn(beside), asking), house);
    case 'TREND':
      return answeredAgain(trendPut(asking), house);
    case 'PEERS':
      return answeredAgain(peersPut(asking), house);
    case 'OWN_TABLE_TO_SHARE':
      return ownTableAgain({ asking, beside }, house);
    case 'IMPACT':
      return answeredAgain(impactPutAgain(beside, asking), house);
    case 'OUTCOMES':
    case 'OWN_OUTCOMES':
      return answeredAgain(outcomesPut(field, asking), house);
  }
}

function noSuchEntry(seq: number): AskerError {
  return new AskerError(
    'NOT_FOUND',
    `The ledger has no entry ${seq}. They are numbered from 1. Ask \`ledger\` for them.`,
  );
}
