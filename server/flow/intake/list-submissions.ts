import type { Submission, TokenHolder } from '../../../schema/records/index.js';
import { recordsSeenBy } from '../../access/index.js';
import { AskerError } from '../../lib/index.js';
import type { Page } from '../../store/index.js';

import type { House } from '../house.js';

/** A submission as an asker sees it. Row counts are exact, so they are null for all but the agency's own people. */
export interface SeenSubmission extends Omit<Submission, 'rowsAccepted' | 'rowsRejected'> {
  readonly rowsAccepted: number | null;
  readonly rowsRejected: number | null;
}

/** A page of the submissions an asker may see, newest first: those of its agency, or all for an operator. */
export async function listSubmissions(
  page: Page,
  asker: TokenHolder,
  { store }: House,
): Promise<{ readonly found: readonly SeenSubmission[]; readonly totalCount: number }> {
  const seen = recordsSeenBy(asker);
  if (seen === 'NONE') throw noSubmissions();

  const [found, totalCount] = await Promise.all([
    store.submissions.list(seen.agencyId, page),
    store.submissions.count(seen.agencyId),
  ]);
  return { found: found.map((submission) => submissionSeenBy(asker, submission)), totalCount };
}

export function submissionSeenBy({ agencyId }: TokenHolder, submission: Submission): SeenSubmission {
  return submission.agencyId === agencyId ? submission : { ...submission, rowsAccepted: null, rowsRejected: null };
}

function noSubmissions(): AskerError {
  return new AskerError(
    'FORBIDDEN',
    'Your audience sees no submissions. The people of an agency see its own, an operator every one. Ask `releases` for what is published.',
  );
}
