import { createHash } from 'node:crypto';

import type { RowProblem, Submission, TokenHolder } from '../../../schema/records/index.js';
import { maySubmitFor } from '../../access/index.js';
import { PROBLEMS_MAX, readAnonymised } from '../../ingest/index.js';
import { AskerError, newId } from '../../lib/index.js';
import { blockKeysFor } from '../../protect/index.js';

import { monthBefore } from '../calendar.js';
import type { House } from '../house.js';

/** What an agency gets for a file: proof of what came in, and every reason a row did not. */
export interface Receipt {
  readonly submission: Submission;
  /** True when the same file had come before: the receipt is that of the first time. */
  readonly isRepeat: boolean;
  readonly problems: readonly RowProblem[];
  /** Rows rejected beyond those described in `problems`. */
  readonly problemsLeftOff: number;
}

/** Epoch of every block before the first revision. */
const EPOCH = 0;

/** Take in a file of anonymised encounters: all of its good rows, or nothing. The same file again is the same receipt. */
export async function receiveSubmission(
  { agencyId, content }: { agencyId: string; content: AsyncIterable<Buffer> },
  asker: TokenHolder,
  house: House,
): Promise<Receipt> {
  if (!maySubmitFor(asker, agencyId)) throw mayNotSubmit(agencyId);
  if ((await house.store.registry.agenciesByIds([agencyId])).length === 0) throw noSuchAgency(agencyId);

  const [id, now, hash] = [newId(), house.clock.now(), createHash('sha256')];
  const { recordKeyOf, personKeyOf } = blockKeysFor(house.secrets.record, { agencyId, epoch: EPOCH });
  const reader = readAnonymised(hashing(content, hash), {
    lastMonth: monthBefore(now, 0),
    prefixOf: ({ line, encounterKey, personToken }) => {
      const recordKey = recordKeyOf(encounterKey);
      return `${agencyId},${id},${line},${recordKey},${personToken === '' ? recordKey : personKeyOf(personToken)}`;
    },
  });
  const received = await house.store.submissions.receive({
    id,
    agencyId,
    receivedAt: now,
    rows: reader.rows,
    summary: () => ({ contentSha256: hash.digest('hex'), ...reader.summary() }),
  });

  const problems = [...reader.summary().problems, ...received.duplicateLines.map(duplicateProblem)];
  const { submission, isRepeat } = received;
  return { submission, isRepeat, problems, problemsLeftOff: leftOff(problems, submission.rowsRejected) };
}

async function* hashing(
  content: AsyncIterable<Buffer>,
  hash: { update: (piece: Buffer) => unknown },
): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
}

function duplicateProblem(line: number): RowProblem {
  return {
    line,
    column: 1,
    field: 'encounter_key',
    valueClass: 'key seen before',
    rule: 'an encounter occurs once in a file; the first line that has it was kept',
  };
}

function leftOff(problems: readonly RowProblem[], rowsRejected: number): number {
  return problems.length < PROBLEMS_MAX ? 0 : rowsRejected - new Set(problems.map(({ line }) => line)).size;
}

function mayNotSubmit(agencyId: string): AskerError {
  return new AskerError(
    'FORBIDDEN',
    `This token may not submit for ${agencyId}. An agency's data steward may, and an operator. Use the steward's token.`,
  );
}

function noSuchAgency(agencyId: string): AskerError {
  return new AskerError('NOT_FOUND', `The registry has no agency ${agencyId}. Ask the operator to onboard it first.`);
}
