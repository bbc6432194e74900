import type { Store } from '../store/index.js';
import { RawTable } from '../table/index.js';
import type { AgencyPlace, Cell, PersonCount, RawCount } from '../table/index.js';

import { KEY_MODULUS, addUp } from './add-up.js';
import type { CellSum } from './add-up.js';
import { countPersons } from './count-persons.js';
import type { PersonFacts } from './count-persons.js';
import { countStatement } from './count.sql.js';
import type { CountRow } from './count.sql.js';
import { releasedValues } from './released.sql.js';
import { groupingsOf, shapesOf } from './table-shape.js';

/** Cells to count over the rows of a release. */
export interface Tabulation {
  readonly cells: readonly Cell[];
  readonly releaseId: string;
  readonly places: readonly AgencyPlace[];
  /** Null to count no persons. */
  readonly persons: PersonFacts | null;
}

/** Count the cells: encounters in one statement, and the persons behind them in another. */
export async function tabulate({ persons, ...asked }: Tabulation, store: Store): Promise<RawTable> {
  if (asked.cells.length === 0) return new RawTable([], new Map());

  const sums = await countEncounters(asked, store);
  const counted =
    persons === null ? new Map<string, PersonCount>() : await countPersons({ ...asked, sums, persons }, store);
  const counts = [...sums].map(([id, { n, keySum }]): [string, RawCount] => [
    id,
    { n, keySum, persons: counted.get(id) ?? null },
  ]);
  return new RawTable(asked.cells, new Map(counts));
}

async function countEncounters(
  asked: Omit<Tabulation, 'persons'>,
  store: Store,
): Promise<ReadonlyMap<string, CellSum>> {
  const groupings = groupingsOf(shapesOf(asked.cells));
  const { text, axes } = countStatement(groupings);
  const rows = await store.query<CountRow>({ text, values: [...releasedValues(asked), KEY_MODULUS] });
  return addUp(groupings, axes, rows);
}
