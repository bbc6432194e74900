import type { Judgement } from './judge.js';

const SAID: Readonly<Record<Judgement['grade'], string>> = {
  COMPARABLE: 'comparable',
  WITH_CAUTION: 'compare with caution',
  UNDECLARED: 'compare with caution, not everything was declared',
  NOT_COMPARABLE: 'NOT COMPARABLE',
};

/** What a reader must be told beside a table: one sentence for every measure with a reason. */
export function warningsOf(judgements: readonly Judgement[]): readonly string[] {
  return judgements
    .filter(({ reasons }) => reasons.length > 0)
    .map(
      ({ measure, grade, reasons }) =>
        `${measure}, agencies behind the numbers: ${SAID[grade]}. ${reasons.map(({ message }) => message).join(' ')}`,
    );
}
