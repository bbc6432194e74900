import { isTimeFormat } from './xlsx-dates.js';
import type { CellFormat } from './xlsx-dates.js';
import type { Parts, XmlHandlers } from './xlsx-parts.js';
import { SourceError } from './source.js';

/** What a sheet needs from the rest of its workbook. */
export interface Workbook {
  readonly sheetPart: string;
  readonly sheetName: string;
  readonly countsFrom1904: boolean;
  /** Format of a cell by the number of its style. */
  readonly formats: readonly CellFormat[];
  /** Texts that cells refer to by number. Held in memory: they are the distinct texts, not the cells. */
  readonly sharedTexts: readonly string[];
}

export async function workbookOf(parts: Parts, sheet: string | undefined): Promise<Workbook> {
  const { sheets, countsFrom1904 } = await sheetsOf(parts);
  const chosen = sheet === undefined ? sheets[0] : sheets.find(({ name }) => name === sheet);
  if (chosen === undefined) throw noSuchSheet(sheet, sheets.length);

  const targets = await relationsOf(parts);
  return {
    sheetPart: partName(targets.get(chosen.relation) ?? ''),
    sheetName: chosen.name,
    countsFrom1904,
    formats: await formatsOf(parts),
    sharedTexts: await sharedTextsOf(parts),
  };
}

async function drain(parts: Parts, name: string, handlers: XmlHandlers): Promise<void> {
  for await (const _ of parts.read(name, handlers));
}

async function sheetsOf(parts: Parts) {
  const sheets: { name: string; relation: string }[] = [];
  let countsFrom1904 = false;
  await drain(parts, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'sheet') sheets.push({ name: attributes['name'] ?? '', relation: attributes['r:id'] ?? '' });
      if (name === 'workbookPr') countsFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
  });
  return { sheets, countsFrom1904 };
}

async function relationsOf(parts: Parts): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await drain(parts, 'xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
  });
  return targets;
}

function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function formatsOf(parts: Parts): Promise<readonly CellFormat[]> {
  const custom = new Map<number, string>();
  const formats: CellFormat[] = [];
  let isCellStyle = false;
  await drain(parts, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isCellStyle = true;
      if (name !== 'xf' || !isCellStyle) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      formats.push(isTimeFormat(id, custom.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return formats;
}

async function sharedTextsOf(parts: Parts): Promise<readonly string[]> {
  const texts: string[] = [];
  let current = '';
  let isText = false;
  let isPhonetic = false;
  await drain(parts, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text: (text) => {
      if (isText) current += text;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') texts.push(current);
    },
  });
  return texts;
}

function noSuchSheet(sheet: string | undefined, count: number): SourceError {
  return new SourceError(
    sheet === undefined
      ? 'The workbook has no sheet. It needs one with a line of column names. Export it again.'
      : `The workbook has ${count} sheets, none of the name in format.sheet. Names must match letter by letter. Mend the mapping.`,
  );
}
