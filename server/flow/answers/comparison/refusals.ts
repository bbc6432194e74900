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

/** Most combinations of two confounders at once, and most fitted cells for all measures together: a second’s computing. */
const COMBINATIONS_MAX = 100;
const FITTED_CELLS_MAX = 200;

/** A comparison fitted to more combinations of arm and confounders than it may be; decided from catalogue and registry. */
export function tooManyCombinations(
  { rows }: Grouped,
  { confounders, measures }: { confounders: readonly Axis[]; measures: number },
): Refused | null {
  const combinations = new Set(rows.map(({ group }) => confounders.map((axis) => group[axis]).join(' '))).size;
  const cells = rows.length * measures;
  if (combinations <= COMBINATIONS_MAX && cells <= FITTED_CELLS_MAX) return null;
  return refused({
    reason: 'TOO_MANY_STRATA',
    because:
      `Adjusting for ${confounders.join(' and ')} at once makes ${combinations} combinations, and ${cells} with all arms, ` +
      `groups and measures; a model is fitted to ${COMBINATIONS_MAX} and ${FITTED_CELLS_MAX} at most.`,
    remedy: 'Adjust for coarser dimensions, select fewer measures, or leave out a group.',
  });
}
