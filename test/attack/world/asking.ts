import { dimensions } from '../../../schema/catalogue/index.js';
import { ask } from '../../support/ask.js';
import type { HttpAnswer } from '../../support/ask.js';

/** Axis -> values: dimension codes, `AGENCY`, `COUNTY`, `STATE` or `PEER_GROUP`. */
export type Filter = Readonly<Record<string, readonly string[]>>;

/** A question of the public API, in the codes of its codebook. */
export interface Question {
  readonly by?: readonly string[];
  readonly where?: Filter;
  readonly except?: Filter;
  /** One period, or the first and the last. */
  readonly period?: string | readonly [from: string, to: string];
  readonly measures?: readonly string[];
}

export interface Count {
  readonly value: number | null;
  readonly status: string;
  readonly atLeast: number | null;
  readonly suppressedComponents: number | null;
  readonly noiseSd: number | null;
}

export interface Rate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: string;
}

export interface Row {
  /** Axis -> category. */
  readonly group: Readonly<Record<string, string>>;
  readonly encounters: Count;
  /** Measure code -> rate. */
  readonly rates: Readonly<Record<string, Rate>>;
  /** Names the data behind the row. */
  readonly vintage: string;
}

export type Answer =
  | { readonly kind: 'TABLE'; readonly rows: readonly Row[] }
  | { readonly kind: 'REFUSED'; readonly reason: string }
  | { readonly kind: 'ERROR'; readonly code: string };

const FIELD_OF: ReadonlyMap<string, string> = new Map([
  ...dimensions.map(({ code, field }) => [code, field] as const),
  ['PEER_GROUP', 'peerGroup'],
]);
const COUNT = '{ value status atLeast suppressedComponents noiseSd }';
const RATE = '{ value lower upper numerator denominator status }';
/** Most tables in one request; `region { limits }` says so. */
const TABLES_MAX = 10;
const REQUESTS_AT_ONCE = 4;

/** The field a code has in filters and groups. */
export function fieldOf(axis: string): string {
  return FIELD_OF.get(axis) ?? axis.toLowerCase();
}

/**
 * Ask questions, ten to a request, and give their answers in order.
 *
 * @param anotherToken of the same role for every request, as a crowd of attackers has: quotas are not what protects.
 */
export async function askAll(
  address: string,
  questions: readonly Question[],
  { anotherToken, root = 'outcomes' }: { anotherToken: () => Promise<string>; root?: 'outcomes' | 'ownOutcomes' },
): Promise<readonly Answer[]> {
  const requests = Array.from({ length: Math.ceil(questions.length / TABLES_MAX) }, (_, index) =>
    questions.slice(index * TABLES_MAX, (index + 1) * TABLES_MAX),
  );
  const answers: (readonly Answer[])[] = [];
  for (let from = 0; from < requests.length; from += REQUESTS_AT_ONCE) {
    const some = requests.slice(from, from + REQUESTS_AT_ONCE);
    answers.push(...(await Promise.all(some.map((request) => answersTo(request)))));
  }
  return answers.flat();

  async function answersTo(request: readonly Question[]): Promise<readonly Answer[]> {
    const text = request.map((question, index) => `q${index}: ${fieldText(question, root)}`).join('\n');
    const reply = await ask(address, `{ ${text} }`, { token: await anotherToken() });
    return request.map((question, index) => answerOf(reply, `q${index}`, question));
  }
}

/** The question as a field of the API. */
export function fieldText({ by = [], where, except, period, measures = [] }: Question, root = 'outcomes'): string {
  const args = [
    `by: [${by.join(', ')}]`,
    ...(where === undefined ? [] : [`where: ${filterText(where)}`]),
    ...(except === undefined ? [] : [`except: ${filterText(except)}`]),
    ...(period === undefined ? [] : [`period: ${periodText(period)}`]),
  ];
  const group = by.length === 0 ? '' : `group { ${by.map(fieldOf).join(' ')} }`;
  const rates = measures.map((measure) => `${measure} ${RATE}`).join(' ');
  return `${root}(${args.join(', ')}) { __typename
    ... on OutcomesTable { rows { ${group} vintage encounters ${COUNT} ${rates} } }
    ... on Refusal { reason } }`;
}

export function filterText(filter: Filter): string {
  const isText = (axis: string): boolean => ['AGENCY', 'COUNTY', 'PEER_GROUP'].includes(axis);
  const fields = Object.entries(filter).map(
    ([axis, values]) =>
      `${fieldOf(axis)}: [${values.map((value) => (isText(axis) ? JSON.stringify(value) : value)).join(', ')}]`,
  );
  return `{ ${fields.join(', ')} }`;
}

function periodText(period: string | readonly [string, string]): string {
  const [from, to] = typeof period === 'string' ? [period, period] : period;
  return `{ from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)} }`;
}

interface WireRow extends Readonly<Record<string, unknown>> {
  readonly group?: Readonly<Record<string, string>>;
  readonly encounters: Count;
  readonly vintage: string;
}

function answerOf({ data, errors }: HttpAnswer, alias: string, { by = [], measures = [] }: Question): Answer {
  const answer = data?.[alias] as { __typename: string; reason: string; rows: readonly WireRow[] } | undefined;
  if (answer === undefined) return { kind: 'ERROR', code: errors?.[0]?.extensions.code ?? 'UNKNOWN' };
  if (answer.reason === 'QUOTA_REACHED') throw new Error('The crowd of attackers is too small.');
  if (answer.__typename === 'Refusal') return { kind: 'REFUSED', reason: answer.reason };

  return {
    kind: 'TABLE',
    rows: answer.rows.map((row) => ({
      group: Object.fromEntries(by.map((axis) => [axis, row.group?.[fieldOf(axis)] ?? ''])),
      encounters: row.encounters,
      vintage: row.vintage,
      rates: Object.fromEntries(measures.map((measure) => [measure, row[measure] as Rate])),
    })),
  };
}

/** The rows of an answer; none when there is no table. */
export function rowsOf(answer: Answer | undefined): readonly Row[] {
  return answer?.kind === 'TABLE' ? answer.rows : [];
}
