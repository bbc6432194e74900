import type { LedgerEntry, TokenHolder } from '../../../schema/records/index.js';
import { mayReadWholeLedger } from '../../access/index.js';
import { AskerError } from '../../lib/index.js';
import { lenses, policyId } from '../../protect/index.js';

import { comparisonPut } from '../answers/answer-comparison.js';
import { outcomesPut } from '../answers/answer-outcomes.js';
import { ownTableAgain } from '../answers/answer-own-table.js';
import { answeredAgain } from '../answers/answered.js';
import { releaseScene } from '../answers/release-scene.js';
import type { House } from '../house.js';
import { mayNotReadWholeLedger } from './check-ledger.js';
import { digestOf } from './note-question.js';
import type { NotedQuestion } from './note-question.js';

/**
 * What asking a question of the ledger again gave.
 *
 * SAME and DIFFERENT compare digests. RETIRED: rows of its release were erased by law. OTHER_POLICY: the rules have
 * changed since. OVER_QUOTA: it was refused for its asker's quota, which is no answer to compare.
 */
export type ReplayVerdict = 'SAME' | 'DIFFERENT' | 'RETIRED' | 'OTHER_POLICY' | 'OVER_QUOTA';

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
  if (noted.policyId !== policyId) return 'OTHER_POLICY';
  const release = await house.store.releases.byId(entry.releaseId);
  if (release?.retiredAt !== null) return 'RETIRED';

  return (await digestAgain(entry, noted, house)) === entry.responseSha256 ? 'SAME' : 'DIFFERENT';
}

async function digestAgain(
  { field, releaseId }: LedgerEntry,
  { question, lens, visibleAgencies, beside }: NotedQuestion,
  house: House,
): Promise<string> {
  const scene = await releaseScene(releaseId, house);
  if (scene === null) throw new Error('A release that was read is not there.');
  const sight = { lens: lenses[lens], visibleAgencies: new Set(visibleAgencies) };
  const asking = { question, scene, sight };

  const answer =
    field === 'OWN_TABLE_TO_SHARE'
      ? await ownTableAgain({ asking, beside }, house)
      : field === 'COMPARE'
        ? await answeredAgain(comparisonPut(beside['baseline'] ?? '', asking), house)
        : await answeredAgain(outcomesPut(field, asking), house);
  return digestOf(answer).responseSha256;
}

function noSuchEntry(seq: number): AskerError {
  return new AskerError(
    'NOT_FOUND',
    `The ledger has no entry ${seq}. They are numbered from 1. Ask \`ledger\` for them.`,
  );
}
