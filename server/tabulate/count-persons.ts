import type { Store } from '../store/index.js';
import { RECORD_CLASSES } from '../table/index.js';
import type { AgencyPlace, Cell, PersonCount } from '../table/index.js';

import { KEY_MODULUS } from './add-up.js';
import type { CellSum } from './add-up.js';
import { personStatement } from './persons.sql.js';
import type { PersonRow } from './persons.sql.js';
import { releasedValues } from './released.sql.js';
import { shapesOf } from './table-shape.js';

/** What a release says of its persons, for those who count them: never shown. */
export interface PersonFacts {
  /** Agencies whose encounters say which of them are of one person. */
  readonly agencyIds: ReadonlySet<string>;
  /** Encounters of the person who has the most. */
  readonly mostEncounters: number;
}

/** No gate looks at the persons of a cell with more encounters than this for each of the busiest person's. */
const PERSONS_JUDGED_MAX = 24;
/** Nor at those of a larger one, unless somebody is in the open last class. */
const ENCOUNTERS_JUDGED_MIN = 94;

/**
 * The persons behind each cell, where a gate may look at them: by cell id.
 *
 * A cell so large that no person can weigh in it is left out. With at most R encounters of one person, n of them are of
 * at least n / R persons, which no threshold reaches from 24 R on.
 */
export async function countPersons(
  {
    cells,
    sums,
    persons,
    releaseId,
    places,
  }: {
    cells: readonly Cell[];
    sums: ReadonlyMap<string, CellSum>;
    persons: PersonFacts;
    releaseId: string;
    places: readonly AgencyPlace[];
  },
  store: Store,
): Promise<ReadonlyMap<string, PersonCount>> {
  const largest = largestJudged(persons);
  const judged = cells.filter(
    ({ id, geography }) =>
      (sums.get(id)?.n ?? 0) <= largest && geography.agencyIds.some((agencyId) => persons.agencyIds.has(agencyId)),
  );
  if (judged.length === 0) return new Map();

  const shapes = shapesOf(judged);
  const inOrder = shapes.flatMap((shape) => shape.cells);
  const { text, values } = personStatement(shapes);
  const rows = await store.query<PersonRow>({
    text,
    values: [...releasedValues({ cells: judged, releaseId, places }), KEY_MODULUS, ...values],
  });
  const rowsOf = new Map<number, PersonRow[]>();
  for (const row of rows) rowsOf.set(row.cell, [...(rowsOf.get(row.cell) ?? []), row]);
  return new Map(
    inOrder.map(({ id }, index) => [id, personsIn(sums.get(id) ?? NOBODY, rowsOf.get(index) ?? [])] as const),
  );
}

const NOBODY: CellSum = { n: 0, keySum: 0, personKeySum: 0 };

function largestJudged({ mostEncounters }: PersonFacts): number {
  const isOpenEnded = mostEncounters >= (RECORD_CLASSES.at(-1) ?? 0);
  return isOpenEnded ? Infinity : Math.max(ENCOUNTERS_JUDGED_MIN, PERSONS_JUDGED_MAX * mostEncounters);
}

/** Everybody once: those who come once, and of the others one encounter each. */
function personsIn({ n, personKeySum }: CellSum, rows: readonly PersonRow[]): PersonCount {
  const total = (of: (row: PersonRow) => string): number => rows.reduce((sum, row) => sum + Number(of(row)), 0);
  const repeatKeys = rows.reduce((sum, row) => (sum + Number(row.repeat_keys)) % KEY_MODULUS, 0);
  const persons = n - total(({ repeats }) => repeats);
  const often = new Map(rows.filter((row) => row.class > 0).map((row) => [row.class, Number(row.persons)]));
  const seldom = persons - [...often.values()].reduce((sum, count) => sum + count, 0);

  return {
    n: persons,
    keySum: (personKeySum - repeatKeys + KEY_MODULUS) % KEY_MODULUS,
    classes: RECORD_CLASSES.map((_, index) => (index === 0 ? seldom : (often.get(index) ?? 0))),
  };
}
