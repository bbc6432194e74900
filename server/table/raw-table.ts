import type { Cell } from './cell.js';

/** A set as noise is drawn for it. */
export interface KeyedSet {
  /** How many are in it. */
  readonly n: number;
  /** Sum of their keys modulo 2^48. */
  readonly keySum: number;
}

/** What tabulation found in a cell: a restricted value, for `protect` alone. The set is of encounters, by record key. */
export interface RawCount extends KeyedSet {
  /**
   * Null where no agency of the cell tells persons apart, or the cell is too large for a person to weigh in it and they
   * are not asked for.
   */
  readonly persons: PersonCount | null;
}

/** The persons behind the encounters of a cell, by person key. One who met two agencies is two persons. */
export interface PersonCount extends KeyedSet {
  /** Persons by how many encounters of the cell are theirs: one number for each of `RECORD_CLASSES`. */
  readonly classes: readonly number[];
}

/** Lower bounds of the classes persons are counted in: additive, unlike a maximum, so it can be added up blindly. */
export const RECORD_CLASSES: readonly number[] = [1, 4, 6, 8, 12, 16, 24, 32, 48];

/**
 * Unprotected cells on their way from tabulation to protection.
 *
 * Not serialisable, and without numeric properties: only `protect` may call `open` (lint rule `raw-stays-shut`).
 */
export class RawTable {
  readonly cells: readonly Cell[];
  readonly #counts: ReadonlyMap<string, RawCount>;

  constructor(cells: readonly Cell[], counts: ReadonlyMap<string, RawCount>) {
    this.cells = cells;
    this.#counts = counts;
  }

  /** The raw count of a cell; a cell nobody fell in counts zero. */
  open(cell: Cell): RawCount {
    return this.#counts.get(cell.id) ?? { n: 0, keySum: 0, persons: null };
  }

  toJSON(): never {
    throw new Error('A raw table never leaves: pass it through protect.');
  }
}
