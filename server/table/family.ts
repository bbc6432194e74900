import type { Cell } from './cell.js';

/** Cells that differ on one axis only, and the cell they add up to. */
export interface Family {
  /** `YEARS` is a span above its years; the times below a year are `TIME`. */
  readonly along: 'DIMENSION' | 'PLACE' | 'TIME' | 'YEARS';
  readonly parent: Cell;
  readonly children: readonly Cell[];
}
