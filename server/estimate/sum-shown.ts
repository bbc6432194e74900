import type { Cell, DisplayedSum, ProtectedTable } from '../table/index.js';

/**
 * The sum of displayed cells: what an asker could add up alone.
 *
 * When any part is suppressed the sum is, and says what the shown parts add up to and how many are not shown. An upper
 * bound would tell which rule withheld a part. Source: disclosure policy, section 2.2.
 */
export function sumShown(cells: readonly Cell[], table: ProtectedTable): DisplayedSum {
  const displayed = cells.map(table.cellOf);
  const shown = displayed.filter((cell) => cell.status === 'SHOWN');
  const count = shown.reduce((sum, cell) => sum + cell.count, 0);

  return shown.length < displayed.length
    ? { status: 'SUPPRESSED', atLeast: count, suppressedComponents: displayed.length - shown.length }
    : {
        status: 'SHOWN',
        count,
        variance: shown.reduce((sum, cell) => sum + cell.variance, 0),
        components: shown.length,
      };
}

/** The count of a sum, or null when it is suppressed. */
export function countShown(sum: DisplayedSum | null): number | null {
  return sum?.status === 'SHOWN' ? sum.count : null;
}
