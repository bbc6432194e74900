import { refused } from '../../../table/index.js';
import type { Axis, Refused } from '../../../table/index.js';

import type { Grouped } from '../protected-plan.js';

/** Most strata of one adjusted comparison. Source: disclosure policy, section 2.8. */
export const STRATA_MAX = 12;

/** A comparison adjusted for more strata than it may have; decided from the catalogue and the registry. */
export function tooManyStrata({ rows }: Grouped, adjustFor: readonly Axis[]): Refused | null {
  const strata = new Set(rows.map(({ group }) => adjustFor.map((axis) => group[axis]).join(' ')));
  if (strata.size <= STRATA_MAX) return null;
  return refused({
    reason: 'TOO_MANY_STRATA',
    because:
      `Adjusting for ${adjustFor.join(' and ')} makes ${strata.size} strata; at most ${STRATA_MAX} are compared, because ` +
      'the more there are the fewer of them can be shown.',
    remedy: 'Adjust for a coarser axis, or keep fewer of its categories with `where`.',
  });
}
