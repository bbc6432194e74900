import type { Store } from '../store/index.js';
import { RECORD_CLASSES, RawTable } from '../table/index.js';
import type { AgencyPlace, Cell, RawCount } from '../table/index.js';

import { KEY_MODULUS, addUp } from './add-up.js';
import type { CellSum } from './add-up.js';
import { countPersons } from './count-persons.js';
import type { PersonFacts } from './count-persons.js';
import { countStatement } from './count.sql.js';
import type { CountRow } from './count.sql.js';
import { releasedParts } from './released.sql.js';
import { groupingsOf, shapesOf } from './table-shape.js';

/** Cells to count over the rows of a release. */
export interface Tabulation {
  readonly cells: readonly Cell[];
  readonly releaseId: string;
  readonly places: readonly AgencyPlace[];
  /** Null to count no persons. */
  readonly persons: PersonFacts | null;
  /** Ids of cells whose persons are printed: all of them are counted, however many. None when absent. */
  readonly printingPersons?: ReadonlySet<string>;
}

/**
 * Count the cells, and the persons behind those a gate may look at.
 *
 * A large cell is counted once more, person by person, where a frequent one may be the greater part of it or its persons
 * are printed. The gates judge a cell alike whether they see its many persons or not.
 */
export async function tabulate(asked: Tabulation, store: Store): Promise<RawTable> {
  const sums = await countCells(asked, { isEveryone: false }, store);
  const isPrinted = ({ id }: Cell): boolean => asked.printingPersons?.has(id) === true;
  const weighed = asked.cells.filter(
    (cell) => isLarge(sums.get(cell.id)) && (isPrinted(cell) || mayHoldFrequent(sums.get(cell.id))),
  );
  const again = await countCells({ ...asked, cells: weighed }, { isEveryone: true }, store);

  const counts = asked.cells.flatMap((cell): readonly [string, RawCount][] => {
    const sum = again.get(cell.id) ?? sums.get(cell.id);
    return sum === undefined ? [] : [[cell.id, rawCount(cell, sum, asked)]];
  });
  return new RawTable(asked.cells, new Map(counts));
}

/** @param isEveryone whether the persons of large groups are listed too. */
async function countCells(
  { persons, ...asked }: Tabulation,
  { isEveryone }: { isEveryone: boolean },
  store: Store,
): Promise<ReadonlyMap<string, CellSum>> {
  if (asked.cells.length === 0) return new Map();

  const groupings = groupingsOf(shapesOf(asked.cells));
  const { text, axes } = countStatement(groupings, { withPersons: persons !== null });
  const limits = persons === null ? [] : [persons.frequent, isEveryone, persons.keySetsMax];
  const parts = releasedParts(asked).map(async (part) =>
    store.query<CountRow>({ text, values: [...part, KEY_MODULUS, ...limits] }),
  );
  return addUp(groupings, axes, (await Promise.all(parts)).flat());
}

/** Whether the persons of a cell were too many to be listed. */
function isLarge(sum: CellSum | undefined): boolean {
  return sum?.personKeys === null;
}

/** Whether somebody in it may be in the open last class. */
function mayHoldFrequent(sum: CellSum | undefined): boolean {
  return sum !== undefined && sum.frequent >= (RECORD_CLASSES.at(-1) ?? 0);
}

function rawCount(
  { geography }: Cell,
  { n, keySum, personKeys }: CellSum,
  { persons }: Pick<Tabulation, 'persons'>,
): RawCount {
  const isTold = geography.agencyIds.some((agencyId) => persons?.agencyIds.has(agencyId) === true);
  return { n, keySum, persons: isTold && personKeys !== null ? countPersons(personKeys) : null };
}
