import { textOfSerial } from './xlsx-dates.js';
import { openParts } from './xlsx-parts.js';
import type { XmlHandlers } from './xlsx-parts.js';
import { workbookOf } from './xlsx-workbook.js';
import type { Workbook } from './xlsx-workbook.js';
import { SourceError } from './source.js';
import type { BytesSeen, Row, Source } from './source.js';

interface XlsxAsked {
  readonly path: string;
  readonly sheet?: string | undefined;
  readonly onBytes?: BytesSeen | undefined;
}

/**
 * A sheet of an Excel workbook, read as a stream. Days and times come out as ISO text, whatever their display format.
 *
 * Own reader on yauzl and saxes: of the packaged ones, those that stream have had no release in years and carry
 * deprecated archive code, and the maintained one holds the sheet in memory.
 */
export async function xlsxSource({ path, sheet, onBytes }: XlsxAsked): Promise<Source> {
  const { workbook, header } = await inWorkbook(path, sheet);
  return {
    columns: header.cells.map((cell) => cell.trim()),
    readAs: `Excel sheet ${workbook.sheetName}`,
    rows: async function* () {
      for await (const row of sheetRows({ path, workbook, onBytes }))
        if (row.line > header.line) yield padded(row, header.cells.length);
    },
  };
}

async function inWorkbook(path: string, sheet: string | undefined): Promise<{ workbook: Workbook; header: Row }> {
  const parts = await openParts(path);
  try {
    const workbook = await workbookOf(parts, sheet);
    for await (const row of sheetRows({ path, workbook })) return { workbook, header: row };
    throw new SourceError('The sheet is empty. It needs a line of column names. Export it again.');
  } finally {
    parts.close();
  }
}

async function* sheetRows({
  path,
  workbook,
  onBytes,
}: {
  path: string;
  workbook: Workbook;
  onBytes?: BytesSeen | undefined;
}): AsyncGenerator<Row> {
  const parts = await openParts(path);
  const ready: Row[] = [];
  try {
    for await (const _ of parts.read(workbook.sheetPart, rowHandlers(workbook, ready), onBytes)) yield* ready.splice(0);
  } finally {
    parts.close();
  }
}

interface Cell {
  index: number;
  type: string;
  style: number;
  text: string;
}

function rowHandlers(workbook: Workbook, ready: Row[]): XmlHandlers {
  let line = 0;
  let cells: string[] = [];
  let cell: Cell = { index: -1, type: 'n', style: 0, text: '' };
  let isValue = false;

  return {
    open: (name, attributes) => {
      if (name === 'row') [line, cells, cell] = [Number(attributes['r'] ?? line + 1), [], { ...cell, index: -1 }];
      else if (name === 'c') cell = cellFrom(attributes, cell.index + 1);
      isValue = name === 'v' || name === 't';
    },
    text: (text) => {
      if (isValue) cell.text += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'c') put(cells, cell.index, textOf(cell, workbook));
      if (name === 'row' && cells.some((text) => text !== '')) ready.push({ line, cells });
    },
  };
}

function cellFrom(attributes: Readonly<Record<string, string>>, next: number): Cell {
  const { r, t, s } = attributes;
  return { index: r === undefined ? next : columnIndexOf(r), type: t ?? 'n', style: Number(s ?? 0), text: '' };
}

/** `C5` is column 2. */
function columnIndexOf(reference: string): number {
  let index = 0;
  for (const letter of reference.replace(/\d+$/, '')) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Excel leaves out empty cells, at the end of a row too. */
function padded({ line, cells }: Row, width: number): Row {
  return { line, cells: [...cells, ...new Array<string>(Math.max(0, width - cells.length)).fill('')] };
}

function put(cells: string[], index: number, text: string): void {
  while (cells.length < index) cells.push('');
  cells[index] = text;
}

function textOf({ type, style, text }: Cell, { sharedTexts, formats, countsFrom1904 }: Workbook): string {
  if (type === 's') return sharedTexts[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || text === '') return text;

  const format = formats[style] ?? 'NUMBER';
  return format === 'NUMBER' ? plainNumber(text) : textOfSerial(Number(text), { format, countsFrom1904 });
}

/** Excel writes 16325 at times as 16325.000000000002 or 1.6325E4. */
function plainNumber(text: string): string {
  return /[.eE]/.test(text) ? String(Number(Number(text).toPrecision(15))) : text;
}
