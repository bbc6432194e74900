import type { Cell } from './cell.js';

/** Cells that differ in one dimension only, and the cell they add up to. */
export interface Family {
  readonly parent: Cell;
  readonly children: readonly Cell[];
}
