/** What a cell of a flat table can hold. */
export type FlatValue = string | number | boolean | null;

type FlatRow = ReadonlyMap<string, FlatValue>;

/** Objects as rows of one table: nested fields by dotted names, `arrestRate.value`; a list by the codes of its entries. */
export function flatRows(objects: readonly object[]): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly FlatValue[])[];
} {
  const flat = objects.map((object): FlatRow => new Map(entriesOf(object, '')));
  const names = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  const columns = names.filter((name) => !isNullOfAnother(name, names));
  return { columns, rows: flat.map((row) => columns.map((column) => row.get(column) ?? null)) };
}

function entriesOf(object: object, prefix: string): readonly (readonly [string, FlatValue])[] {
  return Object.entries(object)
    .filter(([name]) => name !== '__typename')
    .flatMap(([name, value]: [string, unknown]) => flattened(`${prefix}${name}`, value));
}

function flattened(name: string, value: unknown): readonly (readonly [string, FlatValue])[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => flattened(`${name}.${nameOf(entry, index)}`, entry));
  if (typeof value === 'object' && value !== null) return entriesOf(value, `${name}.`);
  return [[name, value as FlatValue]];
}

/** Entries of a distribution are named by their code, so that a column means the same in every row. */
function nameOf(entry: unknown, index: number): string {
  const code: unknown = typeof entry === 'object' && entry !== null && 'code' in entry ? entry.code : undefined;
  return typeof code === 'string' ? code : String(index + 1);
}

/** An object that is null in one row is a name without parts there; its parts are columns already. */
function isNullOfAnother(name: string, names: readonly string[]): boolean {
  return names.some((other) => other.startsWith(`${name}.`));
}
