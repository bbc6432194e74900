import { dimensionOf, dimensions } from '../../schema/catalogue/index.js';
import { RECORD_CLASSES, RawTable, monthsOf, rangeOf } from '../table/index.js';
import type { Cell, PersonCount, RawCount } from '../table/index.js';

import { KEY_MODULUS } from './add-up.js';

/** An encounter as the oracle sees it. */
export interface CountedEncounter {
  readonly agencyId: string;
  readonly month: string;
  readonly recordKey: number;
  /** The record key where the agency does not tell persons apart. */
  readonly personKey: number;
  /** One leaf of every dimension, in catalogue order. */
  readonly leaves: readonly string[];
}

/**
 * The oracle: the same cells counted one encounter at a time, by the definition of a cell.
 *
 * Written to be read, not to be fast; `tabulate` must agree with it on every table.
 */
export function tabulateInMemory(encounters: readonly CountedEncounter[], cells: readonly Cell[]): RawTable {
  return new RawTable(cells, new Map(cells.map((cell) => [cell.id, countIn(encounters, cell)])));
}

function countIn(encounters: readonly CountedEncounter[], cell: Cell): RawCount {
  const inside = encounters.filter((encounter) => isIn(encounter, cell));
  return {
    n: inside.length,
    keySum: inside.reduce((sum, { recordKey }) => (sum + recordKey) % KEY_MODULUS, 0),
    persons: inside.length === 0 ? null : personsIn(inside),
  };
}

function personsIn(encounters: readonly CountedEncounter[]): PersonCount {
  const found = new Map<string, CountedEncounter[]>();
  for (const encounter of encounters) {
    const name = `${encounter.agencyId} ${encounter.personKey}`;
    found.set(name, [...(found.get(name) ?? []), encounter]);
  }
  const byPerson = [...found.values()];
  return {
    n: byPerson.length,
    keySum: byPerson.reduce((sum, [first]) => (sum + (first?.personKey ?? 0)) % KEY_MODULUS, 0),
    classes: RECORD_CLASSES.map((from, index) => {
      const to = RECORD_CLASSES[index + 1] ?? Infinity;
      return byPerson.filter(({ length }) => length >= from && length < to).length;
    }),
  };
}

function isIn({ agencyId, month, leaves }: CountedEncounter, { geography, time, nodes }: Cell): boolean {
  return (
    geography.agencyIds.includes(agencyId) &&
    monthsOf(rangeOf(time)).includes(month) &&
    nodes.every(({ dimension, node }) => {
      const leaf = leaves[dimensions.findIndex(({ code }) => code === dimension)];
      return leaf !== undefined && dimensionOf(dimension).tree.leavesOf(node).includes(leaf);
    })
  );
}
