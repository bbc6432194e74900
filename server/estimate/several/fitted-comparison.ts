import type { FittedComparison, ValueStatus } from '../../table/index.js';

import { shownInterval, withoutInterval } from '../interval-estimate.js';
import { printed } from '../rounding.js';
import type { SeveralAdjusted } from './several-confounders.js';

/** Largest share of suppressed counts a fitted comparison may rest on. Source: simulations, docs/coverage.md. */
const SUPPRESSED_MAX = 0.1;

/** What a model says of one arm, printed; or why it says nothing. */
export function fittedComparison(
  found: SeveralAdjusted | null,
  { isCrudeShown, suppressedShare }: { isCrudeShown: boolean; suppressedShare: number },
): FittedComparison {
  const without = (status: ValueStatus, reason: string): FittedComparison => ({
    ...withoutFitted(status, reason),
    suppressedShare: printed(suppressedShare),
  });
  if (!isCrudeShown) return without('SUPPRESSED', NO_CRUDE);
  if (suppressedShare > SUPPRESSED_MAX) return without('SUPPRESSED', TOO_MUCH_SUPPRESSED);
  if (found === null) return without('NOT_APPLICABLE', NO_ESTIMATE);

  const { difference, ratio, risk, baselineRisk, overlap } = found;
  return {
    difference: shownInterval(difference.value, difference.interval),
    ratio: shownInterval(ratio.value, ratio.interval),
    standardisedRate: printed(risk),
    standardisedBaseline: printed(baselineRisk),
    overlap: printed(overlap),
    suppressedShare: printed(suppressedShare),
    status: 'SHOWN',
    reason: null,
  };
}

/** A fitted comparison that metadata alone rules out. */
export function withoutFitted(status: ValueStatus, reason: string): FittedComparison {
  const none = withoutInterval(status);
  const numbers = { standardisedRate: null, standardisedBaseline: null, overlap: null, suppressedShare: null };
  return { difference: none, ratio: none, ...numbers, status, reason };
}

const MEND = 'Ask about a longer period or a larger area, or adjust for one of the two.';
const NO_CRUDE = `The rate of the arm or of the baseline is not shown, so neither is one adjusted. ${MEND}`;
const TOO_MUCH_SUPPRESSED =
  'More than a tenth of the counts the model is fitted to are suppressed, and half the threshold in place of so many is a ' +
  `guess. ${MEND}`;
const NO_ESTIMATE =
  'The model has no estimate: no combination of the two was met by both arms, or one has too few with the outcome. ' +
  MEND;
