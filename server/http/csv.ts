import { stringify } from 'csv-stringify/sync';

interface Result {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

type Flat = Readonly<Record<string, string | number | boolean | null>>;

/** The CSV of a GraphQL result: rows of its first table, then its notes as lines beginning with `# `. */
export function csvOf({ data, errors }: Result): { readonly status: number; readonly body: string } {
  if (errors !== undefined && errors.length > 0)
    return { status: 400, body: errors.map(({ message }) => message).join('\n') };

  const table = firstTable(data);
  if (table === null) return { status: 400, body: whyNoTable(data) };

  const rows = table.rows.map((row) => flat(row));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = stringify(rows, { header: true, columns, escape_formulas: true });
  const notes = notesOf(table).map((note) => `# ${note.replaceAll('\n', ' ')}\n`);
  return { status: 200, body: lines + notes.join('') };
}

interface Table {
  readonly rows: readonly object[];
  readonly [name: string]: unknown;
}

function firstTable(data: unknown): Table | null {
  const answers = typeof data === 'object' && data !== null ? (Object.values(data) as unknown[]) : [];
  for (const answer of answers) {
    const { rows, arms } = (answer ?? {}) as { rows?: readonly object[]; arms?: readonly object[] };
    const list = rows ?? arms;
    if (Array.isArray(list)) return { ...(answer as object), rows: list };
  }
  return null;
}

function whyNoTable(data: unknown): string {
  const answers = typeof data === 'object' && data !== null ? (Object.values(data) as { message?: unknown }[]) : [];
  const refusal = answers.find((answer) => typeof answer.message === 'string');
  return typeof refusal?.message === 'string'
    ? refusal.message
    : 'The answer has no rows to write as CSV. CSV is made of the rows of an `outcomes` or `compare` field. Select `rows { ... }` or `arms { ... }`.';
}

/** Nested fields by their dotted names: `arrestRate.value`. */
function flat(value: object, prefix = ''): Flat {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]: [string, unknown]) => {
      if (name === '__typename') return [];
      if (Array.isArray(field))
        return field.flatMap((part: unknown, index) =>
          Object.entries(flat(part as object, `${prefix}${name}.${index}.`)),
        );
      if (typeof field === 'object' && field !== null) return Object.entries(flat(field, `${prefix}${name}.`));
      return [[`${prefix}${name}`, field as Flat[string]]];
    }),
  );
}

/** Whatever the query selected beside the rows. */
function notesOf({ rows: _rows, arms: _arms, ...beside }: Table): readonly string[] {
  const lists = Object.values(beside).filter((value) => Array.isArray(value));
  const sentences = lists.flat().filter((note) => typeof note === 'string');
  const named = Object.entries(
    flat(Object.fromEntries(Object.entries(beside).filter(([, value]) => !Array.isArray(value)))),
  );
  return [...sentences, ...named.map(([name, value]) => `${name}: ${String(value)}`)];
}
