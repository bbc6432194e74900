import { PERSONS_ORDER_MAX, refused } from '../table/index.js';
import type { OutcomesQuestion, Refused } from '../table/index.js';

import { sizeOf } from './restriction.js';
import type { Cover } from './restriction.js';

/**
 * The refusal of a table with persons in it that counts them in more than one published cell a row, or null.
 *
 * Somebody met in two cells is one person of both together, so persons do not add up. Source: disclosure policy, 2.2 and 2.11.
 */
export function personsBreach({ persons = false }: OutcomesQuestion, rows: readonly Cover[]): Refused | null {
  if (!persons) return null;

  const order = Math.max(0, ...rows.map(({ nodes }) => nodes.length));
  if (order > PERSONS_ORDER_MAX) return personsOrderNotAllowed(order);
  return rows.some((cover) => sizeOf(cover) > 1) ? personsNotAdditive() : null;
}

function personsOrderNotAllowed(order: number): Refused {
  return refused({
    reason: 'ORDER_NOT_ALLOWED',
    because:
      `The table counts persons in groups that restrict ${order} dimensions at once; persons are counted with at most ` +
      `${PERSONS_ORDER_MAX}.`,
    remedy: 'Drop an axis or a filter, or leave `persons` out.',
  });
}

function personsNotAdditive(): Refused {
  return refused({
    reason: 'PERSONS_NOT_ADDITIVE',
    because:
      'The table counts persons in a group that is several published cells together; somebody met in two of them would be ' +
      'counted twice, so persons are counted in single ones only.',
    remedy:
      'Ask for whole places, one closed month, quarter or year a row and one category of a dimension, or leave `persons` out.',
  });
}
