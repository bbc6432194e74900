import type { RateComparison } from '../../../table/index.js';

import type { ComparisonArm } from '../outcomes-answer.js';
import { PROGRAM, RESPONSE_MODEL, confoundersOf } from './shape.js';
import type { ComparisonShape } from './shape.js';

/** Fewest agencies whose encounters may be called independent. Source: the field guide's comparison rule 5. */
const AGENCIES_MIN = 5;
const LEVEL = 0.05;
/** Below this share of an arm, what its strata say is not what the arm does. */
const COVERAGE_MIN = 0.8;

/** Said with every comparison, and what these numbers call for. Source: the field guide's comparison rules 1, 5 and 8. */
export function caveatsOf(arms: readonly ComparisonArm[], shape: ComparisonShape): readonly string[] {
  return [
    shape.adjustFor.length === 0 ? `${CRUDE} Compare within one call type with \`adjustFor\` or \`where\`.` : CRUDE,
    ...adjustedNotes(shape),
    ...(shape.armsBy === RESPONSE_MODEL || shape.armsBy === PROGRAM ? [AS_DISPATCHED] : []),
    ...(shape.armsBy === PROGRAM ? [PROGRAM_ARMS] : []),
    CLUSTERED,
    ...fewAgencies(arms),
    ...manyTests(arms),
    ...arms.flatMap(namedMeasures).flatMap(warningsOf),
  ];
}

const CRUDE =
  'Crude: arms differ in the calls they are sent to. Low-acuity calls are routed to unarmed teams by design, so a crude ' +
  'ratio is not an effect.';
const AS_DISPATCHED =
  'Arms are as dispatched (intention to treat); ask `outcomes` by RESPONSE_ARRIVED to see them as treated.';
const PROGRAM_ARMS =
  'A program is the encounters of its agency with its response model, in the whole quarters it ran; its baseline is the ' +
  'same agency’s encounters of those quarters.';
const CLUSTERED =
  'Intervals treat encounters as independent; clustering by officer and agency makes the truth less certain than they say.';

function adjustedNotes(shape: ComparisonShape): readonly string[] {
  if (shape.adjustFor.length === 0) return [];
  return [confoundersOf(shape) === null ? adjustedNote(shape) : fittedNote(shape)];
}

function fittedNote({ adjustFor }: ComparisonShape): string {
  return (
    `Fitted: arms are compared at one mix of ${adjustFor.join(' and ')}, that of arm and baseline together, by a log-linear ` +
    'model of the tables that can be shown. It assumes that the odds ratio of an arm does not differ by both at once in a ' +
    'way its differences by each do not explain (no interaction of arm, both and the outcome), and that encounters whose ' +
    `${adjustFor.join(' or ')} is unknown are like the others. A suppressed count enters as half the threshold; with ` +
    'more than a tenth of them suppressed there is no estimate. Where the arm has few encounters and the baseline many, one ' +
    'such count may carry much of the result: read the counts of arm and baseline by each of the two beside it.'
  );
}

function adjustedNote({ adjustFor, standard }: ComparisonShape): string {
  const mix = standard === 'BASELINE_ARM' ? 'the baseline arm has' : 'all encounters of the question have';
  return (
    `Adjusted: arms are compared within ${adjustFor.join(' and ')} only, over the strata that can be shown; what differs ` +
    'within a stratum, and encounters whose stratum is unknown, are not accounted for. Difference and ratio weigh each stratum ' +
    'by the encounters of both arms in it (Mantel-Haenszel); standardised rates have the mix of strata ' +
    `${mix}, so their difference is another number.`
  );
}

function fewAgencies(arms: readonly ComparisonArm[]): readonly string[] {
  const fewest = Math.min(...arms.map(({ agencyCount }) => agencyCount));
  return arms.length > 0 && fewest < AGENCIES_MIN
    ? [
        `CLUSTERING: some arm and its baseline come from ${fewest} of the region’s agencies; below ${AGENCIES_MIN}, ` +
          'intervals that treat encounters as independent are too narrow. Read them as the least uncertainty there can be.',
      ]
    : [];
}

function manyTests(arms: readonly ComparisonArm[]): readonly string[] {
  const asked = arms
    .flatMap(({ measures }) => Object.values(measures))
    .filter(({ distinguishable }) => distinguishable.pValue !== null);
  return asked.length > 1
    ? [
        `SEVERAL: ${asked.length} comparisons are shown at once, so one in twenty may differ by chance. \`amongAll\` and ` +
          '`holmPValue` (Holm) and `benjaminiHochbergPValue` account for that, crude and adjusted each apart; of a fitted ratio there is no such test.',
      ]
    : [];
}

interface Named {
  readonly name: string;
  readonly comparison: RateComparison;
}

function namedMeasures({ arm, group, measures }: ComparisonArm): readonly Named[] {
  const place = Object.values(group);
  return Object.entries(measures).map(([code, comparison]) => ({
    name: [code, 'of', arm, ...(place.length === 0 ? [] : ['in', ...place])].join(' '),
    comparison,
  }));
}

/** Strata that tell different stories, and a crude comparison that points the other way. */
function warningsOf({ name, comparison: { ratio, adjusted, fitted } }: Named): readonly string[] {
  const heterogeneityP = adjusted?.heterogeneity.pValue ?? null;
  const [crude, within] = [ratio.value, adjusted?.ratio.value ?? fitted?.ratio.value ?? null];
  const coverage = adjusted?.coverage ?? 1;
  const isReversed = crude !== null && within !== null && (crude - 1) * (within - 1) < 0;
  return [
    ...(heterogeneityP !== null && heterogeneityP < LEVEL
      ? [
          `HETEROGENEOUS: ${name}: the strata do not share one ratio (p ${heterogeneityP}). Read them one by one; the ` +
            'pooled ratio is an average of different ones.',
        ]
      : []),
    ...(coverage < COVERAGE_MIN
      ? [
          `PARTIAL: ${name}: the strata that can be shown hold ${coverage} of the arm’s encounters. Strata are dropped for ` +
            'having few with the outcome, so the adjusted ratio leans towards those where more had it.',
        ]
      : []),
    ...(isReversed
      ? [
          `REVERSED: ${name}: crude and adjusted point in opposite directions (Simpson’s paradox). The crude one compares ` +
            'different calls; do not quote it.',
        ]
      : []),
  ];
}
