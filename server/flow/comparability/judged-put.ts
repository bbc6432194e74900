import type { ComparisonTable, OutcomesTable } from '../answers/outcomes-answer.js';
import type { Put } from '../answers/put.js';
import type { QuestionJudgement } from './judge-question.js';

/** A question that is refused where agencies do not count alike, unless its numbers are wanted all the same. */
export function judgedPut<Table extends OutcomesTable | ComparisonTable>(
  put: Put<Table>,
  { refusal }: QuestionJudgement,
  { evenIfNotComparable = false }: { readonly evenIfNotComparable?: boolean },
): Put<Table> {
  return evenIfNotComparable
    ? { ...put, beside: { ...put.beside, evenIfNotComparable: 'true' } }
    : { ...put, refused: refusal };
}
