import type { Cell } from './cell.js';

/** What tabulation found in a cell: a restricted value, for `protect` alone. */
export interface RawCount {
  /** Number of encounters. */
  readonly n: number;
  /** Sum of their record keys modulo 2^48. */
  readonly keySum: number;
}

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
    return this.#counts.get(cell.id) ?? { n: 0, keySum: 0 };
  }

  toJSON(): never {
    throw new Error('A raw table never leaves: pass it through protect.');
  }
}
