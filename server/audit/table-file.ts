import { dimensions } from '../../schema/catalogue/index.js';

import { layoutOf } from './relation.js';
import type { Relation, TableAxis } from './relation.js';

/** How a table file is written. */
export interface TableWriting {
  /** Columns of the axes; null for every column that is not said to be something else. */
  readonly by: readonly string[] | null;
  readonly countColumn: string;
  /** Column of the true counts; null where there is none. */
  readonly trueColumn: string | null;
  /** What a category is called that is the total of its column; an empty cell is one too. */
  readonly totalWord: string;
  /** What stands for a suppressed count; nothing at all does too. */
  readonly hiddenMark: string;
}

/** A line of a table file, as a reader of files gives it. */
export interface TableLine {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface FileProblem {
  readonly line: number;
  readonly column: string;
  readonly message: string;
}

/** A table as a file has it: every combination of its categories, whether the file has a line of it or not. */
export interface TableFile {
  readonly axes: readonly string[];
  readonly relations: readonly Relation[];
  /** Categories of every cell by number, the total as null. */
  readonly categories: readonly (readonly (string | null)[])[];
  /** The line of every cell; null where the file has none. */
  readonly lines: readonly (number | null)[];
  readonly shown: readonly (number | null)[];
  /** True counts; null where they are not given. */
  readonly truths: readonly (number | null)[];
}

const TOTAL = '*';
/** Separates a category from the heading above it: `Transport > Hospital`. */
const BELOW = ' > ';

interface ReadLine {
  readonly line: number;
  readonly nodes: readonly string[];
  readonly shown: number | null;
  readonly truth: number | null;
}

/** Read a table with totals, or every reason it is not one. Lines that begin with `#` are its notes. */
export function tableFrom(
  { columns, lines }: { columns: readonly string[]; lines: readonly TableLine[] },
  writing: TableWriting,
): TableFile | readonly FileProblem[] {
  const axes = axesOf(columns, writing);
  const absent = [...axes, writing.countColumn, writing.trueColumn ?? writing.countColumn].filter(
    (name) => !columns.includes(name),
  );
  if (absent.length > 0) return absent.map((name) => noColumn(name, columns));

  const problems: FileProblem[] = [];
  const read = lines
    .filter(({ cells }) => !(cells[0] ?? '').startsWith('#'))
    .map((line) => readLine(line, { columns, axes, writing, problems }));
  problems.push(...repeated(read, axes[0] ?? writing.countColumn));
  return problems.length > 0 ? problems : laidOut(axes, read);
}

/** Columns of a table taken from this house say which they are; else whatever is no count is an axis. */
function axesOf(columns: readonly string[], { by, countColumn, trueColumn }: TableWriting): readonly string[] {
  const groups = columns.filter((name) => name.startsWith('group.'));
  const others = columns.filter((name) => name !== countColumn && name !== trueColumn);
  return by ?? (groups.length > 0 ? groups : others);
}

function readLine(
  { line, cells }: TableLine,
  {
    columns,
    axes,
    writing,
    problems,
  }: { columns: readonly string[]; axes: readonly string[]; writing: TableWriting; problems: FileProblem[] },
): ReadLine {
  const { countColumn, trueColumn, totalWord, hiddenMark } = writing;
  const textIn = (column: string): string => (cells[columns.indexOf(column)] ?? '').trim();
  const countIn = (column: string): number | null => {
    const text = textIn(column);
    if (/^\d+$/.test(text)) return Number(text);
    if (text !== '' && text !== hiddenMark) problems.push(noCount({ line, column, hiddenMark }));
    return null;
  };

  const nodes = axes.map((axis) => {
    const text = textIn(axis);
    return text === '' || text.toLowerCase() === totalWord.toLowerCase() ? TOTAL : text;
  });
  return { line, nodes, shown: countIn(countColumn), truth: trueColumn === null ? null : countIn(trueColumn) };
}

function laidOut(axes: readonly string[], read: readonly ReadLine[]): TableFile {
  const trees = axes.map((axis, index) => axisFrom(axis, [...new Set(read.map(({ nodes }) => nodes[index] ?? ''))]));
  const { cells, relations } = layoutOf(trees);
  const byNodes = new Map(read.map((line) => [JSON.stringify(line.nodes), line]));
  const found = cells.map((nodes) => byNodes.get(JSON.stringify(nodes)));
  return {
    axes,
    relations,
    categories: cells.map((nodes) => nodes.map((node) => (node === TOTAL ? null : node))),
    lines: found.map((line) => line?.line ?? null),
    shown: found.map((line) => line?.shown ?? null),
    truths: found.map((line) => line?.truth ?? null),
  };
}

/** A category is part of the nearest heading above it that the table has, and else of the total. */
function axisFrom(column: string, nodes: readonly string[]): TableAxis {
  const field = column.replace(/^group\./, '');
  const tree = dimensions.find((dimension) => dimension.field === field)?.tree;
  const aboveOf = (node: string): string => {
    const path = node.split(BELOW);
    return path.length > 1 ? path.slice(0, -1).join(BELOW) : (tree?.parentOf(node) ?? TOTAL);
  };
  const parentOf = (node: string): string => {
    const above = aboveOf(node);
    return above === TOTAL || nodes.includes(above) ? above : parentOf(above);
  };
  return { nodes, partsOf: (node) => nodes.filter((part) => part !== TOTAL && parentOf(part) === node) };
}

function repeated(read: readonly ReadLine[], column: string): readonly FileProblem[] {
  const first = new Map<string, number>();
  return read.flatMap(({ line, nodes }) => {
    const name = JSON.stringify(nodes);
    const earlier = first.get(name);
    first.set(name, earlier ?? line);
    return earlier === undefined
      ? []
      : [
          {
            line,
            column,
            message: `The line has the categories of line ${earlier}. A table has one line for each. Remove one of them.`,
          },
        ];
  });
}

function noColumn(name: string, columns: readonly string[]): FileProblem {
  return {
    line: 1,
    column: name,
    message: `There is no such column. The file has ${columns.join(', ')}. Name one of them with --by, --count or --true.`,
  };
}

function noCount({ line, column, hiddenMark }: { line: number; column: string; hiddenMark: string }): FileProblem {
  return {
    line,
    column,
    message:
      `The cell holds no count. A count is a whole number without separators, and a suppressed one is empty or ` +
      `${hiddenMark}. Write it so, or name the mark with --mark.`,
  };
}
