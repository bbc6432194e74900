import type { PublishedTable } from '../../server/audit/index.js';
import { layoutOf } from '../../server/audit/index.js';

/** A table with totals as it is drawn: `·` is a hidden cell, the last row and column are totals. */
export interface DrawnTable extends PublishedTable {
  /** The number of a cell by the names of its row and column. */
  readonly cellAt: (row: string, column: string) => number;
}

/** Read a drawn table of two axes. */
export function drawn([text = '']: TemplateStringsArray): DrawnTable {
  const [head = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split('|')
        .map((word) => word.trim()),
    );
  const columns = head.slice(1);
  const rows = lines.map(([name = '']) => name);
  const { cells, relations, numberOf } = layoutOf([rows, columns].map(axisOf));
  const texts = new Map(
    lines.flatMap(([row = '', ...words]) => words.map((word, index) => [`${row} ${columns[index] ?? ''}`, word])),
  );

  const shown = cells.map((names) => (texts.get(names.join(' ')) === '·' ? null : Number(texts.get(names.join(' ')))));
  return {
    relations,
    shown,
    floors: shown.map(() => 0),
    cellAt: (row, column) => numberOf([row, column]) ?? -1,
  };
}

/** An axis whose last category is the total of the others. */
export function axisOf(nodes: readonly string[]): {
  readonly nodes: readonly string[];
  readonly partsOf: (node: string) => readonly string[];
} {
  return { nodes, partsOf: (node) => (node === nodes.at(-1) ? nodes.slice(0, -1) : []) };
}
