import type { Mapping } from '../../../schema/records/index.js';
import { foldColumn, foldValue } from '../fold.js';

/** One column of the file, as the mapping reads it. */
export interface Column {
  /** Place in the row, from 0. */
  readonly index: number;
  readonly name: string;
  /** The cell's text, or null when there is nothing there. */
  readonly read: (cells: readonly string[]) => string | null;
  /** The folded text without the column's prefix: what spellings are compared with. */
  readonly fold: (text: string) => string;
}

/** Finds the columns a mapping names among those of the file. */
export interface ColumnBook {
  readonly find: (name: string) => Column | null;
  /** Columns of the file nothing asked for: dropped. */
  readonly unused: () => readonly string[];
  /** Names a mapping uses that the file has twice. */
  readonly isTwice: (name: string) => boolean;
}

export function columnBook(mapping: Mapping, names: readonly string[]): ColumnBook {
  const folded = names.map(foldColumn);
  const notes = new Map(Object.entries(mapping.columns ?? {}).map(([name, note]) => [foldColumn(name), note]));
  const asked = new Map<string, Column | null>();

  const indexOf = (name: string): number => {
    const spellings = [name, ...(notes.get(foldColumn(name))?.aliases ?? [])].map(foldColumn);
    return folded.findIndex((column) => spellings.includes(column));
  };
  const columnAt = (index: number, name: string): Column => {
    const note = notes.get(foldColumn(name));
    const fold = folder(note?.stripPrefix ?? '');
    const nulls = new Set(['', ...[...(mapping.nulls ?? []), ...(note?.nulls ?? [])].map(foldValue)]);
    const read = (cells: readonly string[]): string | null => {
      const text = cells[index] ?? '';
      return text === '' || nulls.has(foldValue(text)) ? null : text;
    };
    return { index, name: names[index] ?? name, read, fold };
  };

  return {
    find: (name) => {
      const known = asked.get(name);
      if (known !== undefined) return known;
      const index = indexOf(name);
      const column = index < 0 ? null : columnAt(index, name);
      asked.set(name, column);
      return column;
    },
    unused: () => {
      const used = new Set([...asked.values()].map((column) => column?.index));
      return names.filter((_, index) => !used.has(index));
    },
    isTwice: (name) => folded.filter((column) => column === foldColumn(name)).length > 1,
  };
}

function folder(prefix: string): (text: string) => string {
  const front = foldValue(prefix);
  return (text) => {
    const folded = foldValue(text);
    return front !== '' && folded.startsWith(front) ? folded.slice(front.length).trim() : folded;
  };
}
