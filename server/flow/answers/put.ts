import { noRowPermitted, showsSomething } from '../../plan/index.js';
import type { Outline, OutlinedRow } from '../../plan/index.js';
import type { AskedField } from '../../../schema/records/index.js';
import type { OutcomesQuestion, Refused } from '../../table/index.js';

import type { ComparisonTable, OutcomesTable } from './outcomes-answer.js';
import { handleOf } from './outcomes-table.js';
import { outlinesFor, planFor, planTogether } from './protected-plan.js';
import type { Asking, ProtectedPlan, WholePlan } from './protected-plan.js';

/** A question as it was put. */
export interface Put<Table extends OutcomesTable | ComparisonTable> {
  readonly field: AskedField;
  readonly asking: Asking;
  /** What the field asks besides the question: the baseline of a comparison. */
  readonly beside: Readonly<Record<string, string>>;
  readonly layOut: (found: ProtectedPlan) => Table;
  /** Where the rows are those of several questions: these, a pure function of what is asked; or why there are none. */
  readonly madeOf?: (asking: Asking) => readonly OutcomesQuestion[] | Refused;
  /** Of the rows of the question, and of everything asked along with it, those the answer gives; absent for its own. */
  readonly given?: (outlines: readonly Outline[]) => readonly OutlinedRow[];
  /** A refusal decided before any table is planned; absent or null when there is none. */
  readonly refused?: Refused | null;
}

export type AnyPut = Put<OutcomesTable | ComparisonTable>;

/** The rows an answer would give, and what of them its asker may see. */
export type Outlook = Pick<Outline, 'rows' | 'chosen'>;

/** The cells behind the answer, or why there is none: from metadata alone. */
export function planOf({ asking, madeOf, refused = null }: AnyPut): WholePlan | Refused {
  if (refused !== null) return refused;
  if (madeOf === undefined) return planFor(asking);

  const questions = madeOf(asking);
  return 'kind' in questions ? questions : planTogether(asking, questions);
}

/** The same without the cells: all that a refusal needs, and much sooner found. */
export function outlookOf(
  { asking, madeOf, given = ownRows, refused = null }: AnyPut,
  drawn: { isSketch?: boolean } = {},
): Outlook | Refused {
  if (refused !== null) return refused;
  const questions = madeOf?.(asking) ?? [asking.question];
  if ('kind' in questions) return questions;

  const rows: OutlinedRow[] = [];
  let chosen: Outline['chosen'] = [];
  for (const question of questions) {
    const outlines = outlinesFor({ ...asking, question }, drawn);
    if ('kind' in outlines) return outlines;
    rows.push(...given(outlines));
    chosen = outlines[0]?.chosen ?? chosen;
  }
  return { rows, chosen };
}

/** Why a question shows its asker nothing that was asked for; null where it shows something. */
export function refusalIn(put: AnyPut): Refused | null {
  const outlook = outlookOf(put, { isSketch: true });
  if ('kind' in outlook) return outlook;
  return showsSomething(outlook) ? null : noRowPermitted();
}

/** The handle the answer has; empty where there is none. */
export function handleFor(put: AnyPut): string {
  const plan = planOf(put);
  return 'kind' in plan ? '' : handleOf(put.asking, plan);
}

function ownRows([outline]: readonly Outline[]): readonly OutlinedRow[] {
  return outline?.rows ?? [];
}
