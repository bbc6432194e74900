import { measures as catalogue } from '../../schema/catalogue/index.js';
import type { OutcomesQuestion } from '../flow/index.js';

import type { AskedAs } from './asked-as.js';
import { FIELD_OF_AXIS } from './axis-fields.js';
import { argumentsText } from './question-arguments.js';

/** Field of a filter -> the values it keeps; null restricts nothing. */
export type PrintedFilter = Readonly<Record<string, readonly string[]>> | null;

/** A question by the arguments of a field. */
export interface PrintedQuestion extends Pick<
  OutcomesQuestion,
  'by' | 'period' | 'releaseId' | 'measures' | 'persons'
> {
  readonly where: PrintedFilter;
  readonly except: PrintedFilter;
  /** Null where a period is no argument of its own. */
  readonly grain: string | null;
  readonly adjustFor: readonly string[];
}

/** A question as GraphQL text that can be sent as it is. */
export function questionText(question: PrintedQuestion, as: AskedAs): string {
  const { type, lines } = answerOf(question, as);
  return [
    'query {',
    `  ${as.field}${argumentsText(question, as)} {`,
    `    ... on ${type} {`,
    ...lines.map((line) => `      ${line}`),
    '    }',
    '    ... on Refusal { reason message wouldMakeItAnswerable }',
    '  }',
    '}',
  ].join('\n');
}

/** What is selected of an answer: enough to see it, and to cite it. */
interface Selected {
  readonly type: string;
  readonly lines: readonly string[];
}

const RATE = '{ value lower upper status }';
const ESTIMATE = '{ value lower upper }';
const QUOTED = ['footnotes', 'handle'];
const VALUES_OF = {
  RATE,
  QUANTILES: `{ median ${ESTIMATE} p90 { value } status }`,
  DISTRIBUTION: `{ parts { code share ${RATE} } status }`,
} as const;
const COMPARED = `{ rate ${RATE} baseline { value } difference ${ESTIMATE} ratio { value lower upper status } }`;
const ADJUSTED = `{ rate ${RATE} ratio ${ESTIMATE} adjusted { ratio ${ESTIMATE} coverage } }`;

function answerOf(question: PrintedQuestion, as: AskedAs): Selected {
  switch (as.field) {
    case 'outcomes':
    case 'ownOutcomes':
      return { type: 'OutcomesTable', lines: [...block('rows', rowOf(question)), ...QUOTED] };
    case 'ownTableToShare':
      return { type: 'SharedTable', lines: [...block('rows', rowOf({ ...question, measures: [] })), ...QUOTED] };
    case 'compare':
      return { type: 'ComparisonTable', lines: [...block('arms', armOf(question)), 'caveats', ...QUOTED] };
    case 'trend':
      return { type: 'TrendTable', lines: [...block('series', seriesOf(question)), ...QUOTED] };
    case 'peers':
      return { type: 'PeersTable', lines: [`points { label rate ${RATE} }`, 'target', ...QUOTED] };
    case 'impact':
      return { type: 'ImpactTable', lines: [`effects { measure difference ${ESTIMATE} }`, 'caveats', ...QUOTED] };
    case 'reach':
      return { type: 'Reach', lines: ['area', `share ${RATE}`, `parts { shift weekend share ${RATE} }`, 'handles'] };
    case 'comparability':
      return { type: 'Comparability', lines: ['grade', 'reasons { kind message }'] };
  }
}

function block(field: string, lines: readonly string[]): readonly string[] {
  return [`${field} {`, ...lines.map((line) => `  ${line}`), '}'];
}

function rowOf({ by, measures, persons }: PrintedQuestion): readonly string[] {
  const chosen = catalogue.filter(({ code }) => measures.includes(code));
  return [
    ...groupOf(by),
    'encounters { value status }',
    ...(persons === true ? ['persons { value status }'] : []),
    ...chosen.map(({ code, kind }) => `${code} ${VALUES_OF[kind]}`),
  ];
}

function armOf({ by, measures, adjustFor }: PrintedQuestion): readonly string[] {
  const values = adjustFor.length === 0 ? COMPARED : ADJUSTED;
  return ['arm', ...groupOf(by), 'encounters { value status }', ...measures.map((code) => `${code} ${values}`)];
}

function seriesOf({ by }: PrintedQuestion): readonly string[] {
  return [...groupOf(by), 'measure', `points { period rate ${RATE} }`, `changePerYear ${ESTIMATE}`];
}

function groupOf(by: readonly string[]): readonly string[] {
  return by.length === 0 ? [] : [`group { ${by.flatMap((axis) => FIELD_OF_AXIS[axis] ?? []).join(' ')} }`];
}
