import { dimensionOf, isDimension } from '../../../../schema/catalogue/index.js';
import { AskerError } from '../../../lib/index.js';
import type { OutcomesQuestion } from '../../../table/index.js';

import { PROGRAM } from './shape.js';
import type { ComparisonShape } from './shape.js';

/** A mistake the asker can mend: arms given twice, a heading as an arm, strata that are groups already; null for none. */
export function mistakeIn({
  question,
  arms,
  ...shape
}: ComparisonShape & { question: OutcomesQuestion; arms: readonly string[] }): AskerError | null {
  const { armsBy, baseline, adjustFor } = shape;
  const axis = armsBy === PROGRAM ? 'RESPONSE_MODEL' : armsBy;
  if (arms.length === 0) return noArms();
  if (isRestricted(question, axis) || (armsBy === PROGRAM && isRestricted(question, 'AGENCY'))) return givenTwice(axis);

  const models = armsBy === PROGRAM ? [baseline] : [baseline, ...arms];
  const heading = models.find((code) => isDimension(axis) && !dimensionOf(axis).tree.leaves.includes(code));
  if (heading !== undefined) return noLeaf(axis, heading);

  const taken = adjustFor.find((other) => other === axis || question.by.includes(other));
  return taken === undefined ? null : adjustedTwice(taken);
}

function isRestricted({ where }: OutcomesQuestion, axis: string): boolean {
  const places = { AGENCY: where.agencies, COUNTY: where.counties, STATE: where.states };
  return where.nodes[axis] !== undefined || places[axis as keyof typeof places] !== undefined;
}

function noArms(): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    'The comparison has no arm. It needs at least one beside the baseline. Name one in `arms`.',
  );
}

function givenTwice(axis: string): AskerError {
  const field = isDimension(axis) ? dimensionOf(axis).field : axis.toLowerCase();
  return new AskerError(
    'BAD_REQUEST',
    `Both \`where.${field}\` and the arms say which of ${axis} to count. A comparison takes them from its baseline ` +
      `and arms alone. Leave \`where.${field}\` out.`,
  );
}

function noLeaf(axis: string, code: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `${code} is a heading, or no category of ${axis}. An arm or a baseline is a single category. Name its parts one by ` +
      'one; `codebook` lists them.',
  );
}

function adjustedTwice(axis: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `The comparison is adjusted for ${axis}, which tells its arms or groups apart already. Strata are of another axis. ` +
      'Leave it out of `adjustFor`, or of `by`.',
  );
}
