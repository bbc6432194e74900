import { createHash } from 'node:crypto';

import type { AskedField, Asker } from '../../../schema/records/index.js';
import { policyId } from '../../protect/index.js';
import type {
  CountEstimate,
  LensName,
  MeasureEstimate,
  OutcomesQuestion,
  PersonsEstimate,
  RateComparison,
  Refused,
} from '../../table/index.js';

import type { ComparisonTable, OutcomesTable } from '../answers/outcomes-answer.js';
import { handleIn } from '../answers/outcomes-table.js';
import type { Asking } from '../answers/protected-plan.js';
import type { House } from '../house.js';

type Answer = OutcomesTable | ComparisonTable | Refused;

/** A question as the ledger keeps it: enough to ask it again exactly as it was seen. */
export interface NotedQuestion {
  readonly policyId: string;
  readonly lens: LensName;
  readonly visibleAgencies: readonly string[];
  readonly ownAgency: string | null;
  readonly question: OutcomesQuestion;
  readonly beside: Readonly<Record<string, string>>;
}

interface Noting {
  readonly field: AskedField;
  readonly asking: Asking;
  /** The smallest area the question is about. */
  readonly area: string;
  readonly beside: NotedQuestion['beside'];
  readonly answer: Answer;
}

/** The question itself, as JSON text: how its asker saw it is not for everybody. */
export function questionIn(noted: string): string {
  const { question, beside } = JSON.parse(noted) as NotedQuestion;
  return JSON.stringify({ ...question, ...beside });
}

/** What the ledger keeps of an answer: digests and sizes. */
interface Digest {
  readonly cells: number;
  readonly suppressed: number;
  readonly responseSha256: string;
}

/** Note a question and what came of it. Done when it is written: no answer leaves that is not in the ledger. */
export async function noteQuestion(
  { field, asking, area, beside, answer }: Noting,
  asker: Asker,
  { ledger, clock }: House,
): Promise<void> {
  const { question, scene, sight } = asking;
  const noted: NotedQuestion = {
    policyId,
    lens: sight.lens.name,
    visibleAgencies: [...sight.visibleAgencies].toSorted(),
    ownAgency: sight.ownAgency,
    question,
    beside,
  };
  const text = JSON.stringify(noted);

  await ledger.note({
    askedAt: clock.now(),
    askerId: asker.id,
    audience: asker.audience,
    agencyId: asker.agencyId,
    purpose: asker.purpose ?? null,
    field,
    releaseId: scene.release.id,
    area,
    question: text,
    planHash: answer.kind === 'REFUSED' ? sha256(text) : handleIn(answer),
    refusal: answer.kind === 'REFUSED' ? answer.reason : null,
    ...digestOf(answer),
  });
}

/** Answers are remembered by the flow; their digests are remembered with them. */
const known = new WeakMap<Answer, Digest>();

/** The digest of an answer: over its numbers, not over what is said beside them. */
export function digestOf(answer: Answer): Digest {
  const digest = known.get(answer) ?? madeDigest(answer);
  known.set(answer, digest);
  return digest;
}

function madeDigest(answer: Answer): Digest {
  if (answer.kind === 'REFUSED') {
    const { reason, message } = answer;
    return { cells: 0, suppressed: 0, responseSha256: sha256(JSON.stringify({ reason, message })) };
  }

  const rows = 'arms' in answer ? answer.arms : answer.rows;
  const values: readonly (CountEstimate | PersonsEstimate | MeasureEstimate | RateComparison)[] = rows.flatMap(
    (row) => [
      row.encounters,
      ...('persons' in row ? [row.persons] : []),
      ...Object.values<MeasureEstimate | RateComparison>(row.measures),
    ],
  );
  return {
    cells: values.length,
    suppressed: values.filter((value) => ('rate' in value ? value.rate : value).status === 'SUPPRESSED').length,
    responseSha256: sha256(JSON.stringify(rows)),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
