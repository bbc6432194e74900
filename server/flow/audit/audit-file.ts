import { auditPublished, contradictionsIn, hiddenCellsOf, tableFrom } from '../../audit/index.js';
import type { FileProblem, Finding, TableFile, TableWriting } from '../../audit/index.js';
import { openSource } from '../../ingest/index.js';

/** Most cells of an exact table. Source: disclosure policy, section 2.9. */
const CELLS_MAX = 2_000;
const AXES_MAX = 3;

export interface FileAudit {
  readonly path: string;
  readonly writing: TableWriting;
  /** Counts below it are small. */
  readonly threshold: number;
  /** Least a suppressed cell can be: 1 where the publisher shows zeros. */
  readonly hiddenMin: 0 | 1;
}

/** A table file and what its reader can work out of every suppressed cell it has a line of. */
export interface AuditedFile {
  readonly table: TableFile;
  readonly findings: readonly Finding[];
}

/** Why a file could not be audited: every problem of it. */
export interface UnreadTable {
  readonly problems: readonly FileProblem[];
}

/** Audit a table of a file as an outsider would attack it. */
export async function auditTableFile(asked: FileAudit): Promise<AuditedFile | UnreadTable> {
  const table = await readTable(asked);
  if ('problems' in table) return table;
  return audited(table, asked);
}

/** Choose what else to hide of a table whose true counts a file has, and audit the result. */
export async function protectTableFile(asked: FileAudit): Promise<AuditedFile | UnreadTable> {
  const table = await readTable(asked);
  if ('problems' in table) return table;

  const values = asked.writing.trueColumn === null ? table.shown : table.truths;
  const without = values.flatMap((value, cell) => (value === null ? [cell] : []));
  if (without.length > 0) return { problems: without.map((cell) => noTruth(cell, table, asked.writing)) };

  const exact = values.map((value) => value ?? 0);
  const cellsWhere = (is: (value: number) => boolean): ReadonlySet<number> =>
    new Set(exact.flatMap((value, cell) => (is(value) ? [cell] : [])));
  const hidden = await hiddenCellsOf({
    relations: table.relations,
    values: exact,
    floors: exact.map(() => asked.hiddenMin),
    primary: cellsWhere((value) => value > 0 && value < asked.threshold),
    alone: cellsWhere((value) => value === 1),
    shownBefore: new Set(),
    hiddenBefore: new Set(),
    threshold: asked.threshold,
  });
  const shown = exact.map((value, cell) => (hidden.has(cell) ? null : value));
  return audited({ ...table, shown, truths: exact }, asked);
}

async function audited(table: TableFile, { threshold, hiddenMin }: FileAudit): Promise<AuditedFile | UnreadTable> {
  const published = { ...table, floors: table.shown.map(() => hiddenMin) };
  const wrong = contradictionsIn(published);
  if (wrong.length > 0) return { problems: wrong.map(({ total }) => doesNotAddUp(total, table)) };

  const findings = await auditPublished(published, { threshold, truths: table.truths });
  if (findings === null) return { problems: [contradictory()] };
  return { table, findings: findings.filter(({ cell }) => (table.lines[cell] ?? null) !== null) };
}

async function readTable({ path, writing }: FileAudit): Promise<TableFile | UnreadTable> {
  const source = await openSource({ path });
  const lines = [];
  for await (const line of source.rows()) {
    lines.push(line);
    if (lines.length > CELLS_MAX * 2) break;
  }
  const table = tableFrom({ columns: source.columns, lines }, writing);
  if (!('axes' in table)) return { problems: table };
  const isTooLarge = table.shown.length > CELLS_MAX || table.axes.length > AXES_MAX;
  return isTooLarge ? { problems: [tooLarge(table)] } : table;
}

function tooLarge({ axes, shown }: TableFile): FileProblem {
  return {
    line: 1,
    column: axes.join(', '),
    message:
      `The table has ${axes.length} axes and ${shown.length} cells, totals included. An exact table has at most ${AXES_MAX} ` +
      `axes and ${CELLS_MAX} cells. Name fewer columns with --by, or cut the table.`,
  };
}

function noTruth(cell: number, { lines, categories, axes }: TableFile, writing: TableWriting): FileProblem {
  const name = (categories[cell] ?? []).map((category) => category ?? 'total').join(', ');
  return {
    line: lines[cell] ?? 1,
    column: writing.trueColumn ?? writing.countColumn,
    message:
      `There is no true count of ${axes.join(', ')}: ${name}. Complements can be chosen only where all are known, zeros ` +
      'too. Add it.',
  };
}

function doesNotAddUp(total: number, { lines, axes }: TableFile): FileProblem {
  return {
    line: lines[total] ?? 1,
    column: axes.join(', '),
    message:
      'The total is not the sum of its parts. The audit is of exact tables, in which parts add up: rounded or noisy ones ' +
      'are not. Correct the count, or give the table before it was rounded.',
  };
}

function contradictory(): FileProblem {
  return {
    line: 1,
    column: '',
    message:
      'No counts agree with everything the table shows. The audit is of exact tables, in which parts add up. ' +
      'Correct the counts.',
  };
}
