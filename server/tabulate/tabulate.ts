import type { Store } from '../store/index.js';
import { RawTable, monthsOf, rangeOf } from '../table/index.js';
import type { AgencyPlace, Cell } from '../table/index.js';

import { KEY_MODULUS, addUp } from './add-up.js';
import { countStatement } from './count.sql.js';
import type { CountRow } from './count.sql.js';
import { shapesOf } from './table-shape.js';

/** Count the cells over the rows of a release, in one statement. */
export async function tabulate(
  { cells, releaseId, places }: { cells: readonly Cell[]; releaseId: string; places: readonly AgencyPlace[] },
  store: Store,
): Promise<RawTable> {
  if (cells.length === 0) return new RawTable([], new Map());

  const shapes = shapesOf(cells);
  const { text, axes } = countStatement(shapes);
  const asked = new Set(cells.flatMap(({ geography }) => geography.agencyIds));
  const within = places.filter(({ agencyId }) => asked.has(agencyId));
  const rows = await store.query<CountRow>({
    text,
    values: [
      releaseId,
      [...new Set(cells.map(({ time }) => time))].flatMap((time) => monthsOf(rangeOf(time))),
      within.map(({ agencyId }) => agencyId),
      within.map(({ county }) => county),
      within.map(({ state }) => state),
      KEY_MODULUS,
    ],
  });

  return new RawTable(cells, addUp(shapes, axes, rows));
}
