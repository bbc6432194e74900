import type { Cell } from './cell.js';

/** Cells that differ on one axis only, and the cell they add up to. */
export interface Family {
  readonly along: 'DIMENSION' | 'PLACE' | 'TIME';
  readonly parent: Cell;
  readonly children: readonly Cell[];
}
