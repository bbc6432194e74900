import type { Submission, SubmissionStatus, TokenHolder } from '../../../schema/records/index.js';
import { mayDecide } from '../../access/index.js';
import { AskerError } from '../../lib/index.js';

import type { House } from '../house.js';

/** Accept a submission: its months may be released from now on. */
export async function acceptSubmission(
  { submissionId }: { submissionId: string },
  asker: TokenHolder,
  house: House,
): Promise<Submission> {
  return decide({ submissionId, status: 'ACCEPTED' }, asker, house);
}

/** Withdraw a submission: it will not be released. A release that has it already stays as it is. */
export async function withdrawSubmission(
  { submissionId }: { submissionId: string },
  asker: TokenHolder,
  house: House,
): Promise<Submission> {
  return decide({ submissionId, status: 'WITHDRAWN' }, asker, house);
}

async function decide(
  { submissionId, status }: { submissionId: string; status: SubmissionStatus },
  asker: TokenHolder,
  { store, clock }: House,
): Promise<Submission> {
  const submission = await store.submissions.byId(submissionId);
  if (submission === null || !mayDecide(asker, submission.agencyId)) throw notYours(submissionId);
  if (submission.status === status) return submission;
  if (submission.status === 'WITHDRAWN') throw isWithdrawn(submissionId);

  return store.submissions.decide({ id: submissionId, status, decidedAt: clock.now(), decidedBy: asker.id });
}

/** The same words whether there is none or it is another agency's. */
function notYours(submissionId: string): AskerError {
  return new AskerError(
    'FORBIDDEN',
    `You may not decide on a submission ${submissionId}. A steward decides on the own agency's, an operator on any. ` +
      'Look it up in `submissions`.',
  );
}

function isWithdrawn(submissionId: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `Submission ${submissionId} was withdrawn, and that is final. Submit the corrected file as a new one.`,
  );
}
