import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

import yazl from 'yazl';

/** A cell as Excel keeps it: a text, a number, or a serial with a date format. Absent cells are null. */
export type WorkbookCell =
  string | number | { readonly serial: number; readonly as: 'DAY' | 'TIME' | 'DAY_AND_TIME' } | null;

const styleOf = { DAY: 1, TIME: 2, DAY_AND_TIME: 3 };

/** Write a workbook of one sheet, as spare as Excel does: shared texts, left out cells, styles by number. */
export async function writeWorkbook(
  path: string,
  { sheet, rows, from1904 = false }: { sheet: string; rows: Iterable<readonly WorkbookCell[]>; from1904?: boolean },
): Promise<void> {
  const texts: string[] = [];
  const lines = [...rows].map((cells, index) => rowXml(cells, { line: index + 1, texts }));
  const zip = new yazl.ZipFile();
  const put = (name: string, xml: string): void => zip.addBuffer(Buffer.from(`<?xml version="1.0"?>${xml}`), name);

  put(
    'xl/workbook.xml',
    `<workbook xmlns:r="r"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="Other" sheetId="1" r:id="rId9"/><sheet name="${sheet}" sheetId="2" r:id="rId1"/></sheets></workbook>`,
  );
  put(
    'xl/_rels/workbook.xml.rels',
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Target="worksheets/sheet9.xml"/></Relationships>',
  );
  put(
    'xl/styles.xml',
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]m/d/yyyy h:mm;@"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  );
  put(
    'xl/sharedStrings.xml',
    `<sst>${texts.map((text) => `<si><r><t>${escaped(text.slice(0, 1))}</t></r><r><t>${escaped(text.slice(1))}</t></r><rPh><t>phonetic</t></rPh></si>`).join('')}</sst>`,
  );
  put('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`);
  put(
    'xl/worksheets/sheet9.xml',
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>wrong sheet</t></is></c></row></sheetData></worksheet>',
  );
  zip.end();
  await once(zip.outputStream.pipe(createWriteStream(path)), 'close');
}

function rowXml(cells: readonly WorkbookCell[], { line, texts }: { line: number; texts: string[] }): string {
  return `<row r="${line}">${cells.map((cell, index) => cellXml(cell, { at: `${letters(index)}${line}`, texts })).join('')}</row>`;
}

function cellXml(cell: WorkbookCell, { at, texts }: { at: string; texts: string[] }): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
  return `<c r="${at}" s="${styleOf[cell.as]}"><v>${cell.serial}</v></c>`;
}

function letters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
