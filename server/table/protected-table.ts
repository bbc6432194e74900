import type { Cell } from './cell.js';

/** What an asker may see of one cell. `variance` is that of everything protection added to `count`. */
export type ProtectedCell =
  { readonly status: 'SHOWN'; readonly count: number; readonly variance: number } | { readonly status: 'SUPPRESSED' };

/** PROTECTED cells carry noise; UNPROTECTED ones are an agency's own exact counts, for its eyes alone. */
export type Protection = 'PROTECTED' | 'UNPROTECTED';

declare const protectedBrand: unique symbol;

/** A table that has passed every disclosure rule. Only `protect` makes one. */
export interface ProtectedTable {
  readonly [protectedBrand]: true;
  readonly policyId: string;
  readonly protection: Protection;
  /** Smallest count shown in all of the cells, for the two-sided rule; 0 when unprotected. */
  readonly thresholdOf: (cells: readonly Cell[]) => number;
  /** The cell as displayed. A cell that was not tabulated is a bug, and throws. */
  readonly cellOf: (cell: Cell) => ProtectedCell;
  /** The persons of a cell as displayed: never where the cell is not. A cell whose persons were not listed is a bug, and throws. */
  readonly personsOf: (cell: Cell) => ProtectedCell;
}

/** What an asker may see of a sum of displayed cells. No upper bound is given. */
export type DisplayedSum =
  | { readonly status: 'SHOWN'; readonly count: number; readonly variance: number; readonly components: number }
  | { readonly status: 'SUPPRESSED'; readonly atLeast: number; readonly suppressedComponents: number };
