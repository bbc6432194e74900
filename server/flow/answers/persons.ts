import { estimatePersons, withoutValue } from '../../estimate/index.js';
import type { PlannedRow } from '../../plan/index.js';
import { keySetsIn } from '../../release/index.js';
import type { OutcomesQuestion, PersonsEstimate, ProtectedTable, ValueStatus } from '../../table/index.js';

import type { ReleaseScene } from './scene.js';

/** What is asked, of which release. */
interface Asked {
  readonly question: OutcomesQuestion;
  readonly scene: ReleaseScene;
}

/** The persons of a row, or the reason they are not counted. */
export function personsOf(row: PlannedRow, asking: Asked, table: ProtectedTable): PersonsEstimate {
  const without = reasonWithoutPersons(row, asking);
  const [cell] = row.encounters;
  return without !== null || cell === undefined
    ? withoutValue(without ?? 'NOT_APPLICABLE').persons
    : estimatePersons(table.personsOf(cell));
}

/** Ids of the cells whose persons are printed. */
export function cellsWithPersons(rows: readonly PlannedRow[], asking: Asked): ReadonlySet<string> {
  if (asking.question.persons !== true) return new Set();
  const counted = rows.filter((row) => reasonWithoutPersons(row, asking) === null);
  return new Set(counted.flatMap(({ encounters }) => encounters.map(({ id }) => id)));
}

/**
 * Why the persons of a row are not counted, from metadata; null when they are.
 *
 * Of several agencies all must tell persons apart: those of the others alone would be another set of encounters than the
 * row's, and the difference of two releases of it what one agency added. Where years of an agency were revised unlike,
 * nobody is known again from one to the other.
 */
function reasonWithoutPersons(
  { isPermitted, agencyIds, encounters }: PlannedRow,
  { scene: { persons, release } }: Pick<Asked, 'scene'>,
): ValueStatus | null {
  if (!isPermitted) return 'NOT_PERMITTED';
  if (encounters.length === 0) return 'NOT_APPLICABLE';

  const isTold = agencyIds.every((id) => persons?.agencyIds.has(id) === true);
  const keySets = Math.max(...encounters.map(keySetsIn(release.manifest)));
  return isTold && keySets === 1 ? null : 'NOT_COLLECTED';
}
