import { stringify } from 'csv-stringify/sync';

import { flatRows } from './flat-rows.js';

/** What a GraphQL request was answered with. */
export interface GraphqlResponse {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

type Fields = Readonly<Record<string, unknown>>;

interface Table {
  readonly lines: readonly object[];
  readonly footnotes: readonly string[];
  readonly beside: Fields;
}

const STATUS_OF: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INTERNAL_SERVER_ERROR: 500,
};
const BAD_REQUEST = 400;
const REFUSED = 422;

/** The CSV of a GraphQL response: the rows, arms or points of its one table, then its notes as lines that begin with `# `. */
export function csvOf({ data, errors = [] }: GraphqlResponse): { readonly status: number; readonly text: string } {
  const [first] = errors;
  if (first !== undefined) {
    const status = STATUS_OF[first.extensions?.code ?? ''] ?? BAD_REQUEST;
    return { status, text: asText(errors.map(({ message }) => message)) };
  }

  const [answer, ...others] = Object.values(data ?? {}).filter(isObject);
  if (answer === undefined || others.length > 0) return { status: BAD_REQUEST, text: asText([NOT_ONE_TABLE]) };
  if (typeof answer['reason'] === 'string' || typeof answer['message'] === 'string') return refusal(answer);

  const table = tableIn(answer);
  if (table === null) return { status: BAD_REQUEST, text: asText([NO_TABLE]) };
  return { status: 200, text: written(table) };
}

function refusal({ reason, message }: Fields): { status: number; text: string } {
  const words = [reason, message].filter((word) => typeof word === 'string');
  return { status: REFUSED, text: asText([words.join(': ')]) };
}

/** Footnotes are not optional in a file: it travels further than its question, and `UNPROTECTED` is said in them. */
function tableIn({ rows, arms, series, effects, points, footnotes, ...beside }: Fields): Table | null {
  const lines = rows ?? arms ?? series ?? effects ?? points;
  if (!Array.isArray(lines) || !Array.isArray(footnotes)) return null;
  return { lines: lines.filter(isObject).flatMap(pointByPoint), footnotes: footnotes.map(String), beside };
}

/** A line of a series is one of its points, what is said of the whole series repeated in each. */
function pointByPoint({ points, ...line }: Fields): readonly object[] {
  return Array.isArray(points) ? points.filter(isObject).map((point) => ({ ...line, points: point })) : [line];
}

function written({ lines, footnotes, beside }: Table): string {
  const { columns, rows } = flatRows(lines);
  const body = stringify([columns, ...rows], { escape_formulas: true });
  const notes = [...footnotes, ...notesFrom(beside)].map((note) => `# ${note.replaceAll(/\s+/g, ' ')}\n`);
  return body + notes.join('');
}

/** Whatever else the question selected of the table: `release.id: 2025-12.1`. */
function notesFrom(beside: Fields): readonly string[] {
  const { columns, rows } = flatRows([beside]);
  const values = rows[0] ?? [];
  return columns.map((column, index) => `${column}: ${String(values[index] ?? '')}`);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

const NOT_ONE_TABLE =
  'The request does not ask for exactly one table. A CSV file holds one. ' +
  'Ask for a single `outcomes`, `ownOutcomes`, `ownTableToShare`, `compare`, `trend`, `peers` or `impact` field.';

const NO_TABLE =
  'The answer has no rows with footnotes. A CSV file is made of the `rows`, `arms`, `series`, `points` or `effects` of a table, and carries its ' +
  '`footnotes`. Select both, under their own names.';
