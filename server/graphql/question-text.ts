import { measures as catalogue } from '../../schema/catalogue/index.js';
import type { OutcomesQuestion } from '../flow/index.js';

import { FIELD_OF_AXIS } from './axis-fields.js';

/** The field a question was asked with, and what it asks besides: the arms of a comparison. */
export type AskedAs =
  | { readonly field: 'OUTCOMES' | 'OWN_OUTCOMES' }
  | {
      readonly field: 'COMPARE';
      readonly baseline: string;
      readonly arms: readonly string[];
      readonly evenIfNotComparable: boolean;
    };

type Filter = Readonly<Record<string, readonly string[]>> | null;

interface Asked extends Pick<OutcomesQuestion, 'by' | 'period' | 'releaseId' | 'measures'> {
  readonly where: Filter;
  readonly except: Filter;
}

const VALUES_OF = {
  RATE: '{ value lower upper status }',
  QUANTILES: '{ median { value lower upper } p90 { value } status }',
  DISTRIBUTION: '{ parts { code share { value lower upper status } } status }',
} as const;
const COMPARED =
  '{ rate { value lower upper status } baseline { value } difference { value lower upper } ratio { value lower upper status } }';
const NAME_OF = { OUTCOMES: 'outcomes', OWN_OUTCOMES: 'ownOutcomes', COMPARE: 'compare' } as const;
/** Fields of a filter whose values are text; of the others they are the names of an enum. */
const AS_TEXT = new Set(['agency', 'county', 'peerGroup']);

/** A question as GraphQL text that can be sent as it is. */
export function questionText(asked: Asked, as: AskedAs): string {
  const args = argumentsOf(asked, as);
  const called = `${NAME_OF[as.field]}${args.length === 0 ? '' : `(${args.join(', ')})`}`;
  const [table, list] = as.field === 'COMPARE' ? ['ComparisonTable', 'arms'] : ['OutcomesTable', 'rows'];
  return [
    'query {',
    `  ${called} {`,
    `    ... on ${table} {`,
    `      ${list} {`,
    ...rowOf(asked, as).map((line) => `        ${line}`),
    '      }',
    '      footnotes',
    '      handle',
    '    }',
    '    ... on Refusal { reason message wouldMakeItAnswerable }',
    '  }',
    '}',
  ].join('\n');
}

function argumentsOf({ where, except, period, by, releaseId }: Asked, as: AskedAs): readonly string[] {
  return [
    ...(as.field === 'COMPARE' ? armsOf(as) : []),
    ...(where === null ? [] : [`where: ${filterText(where)}`]),
    ...(except === null ? [] : [`except: ${filterText(except)}`]),
    ...(period === null ? [] : [`period: { from: ${JSON.stringify(period.from)}, to: ${JSON.stringify(period.to)} }`]),
    ...(by.length === 0 ? [] : [`by: [${by.join(', ')}]`]),
    ...(releaseId === null ? [] : [`release: ${JSON.stringify(releaseId)}`]),
  ];
}

function armsOf({ baseline, arms, evenIfNotComparable }: Extract<AskedAs, { field: 'COMPARE' }>): readonly string[] {
  const given = [`baseline: ${baseline}`, `arms: [${arms.join(', ')}]`];
  return evenIfNotComparable ? [...given, 'evenIfNotComparable: true'] : given;
}

function rowOf({ by, measures }: Asked, { field }: AskedAs): readonly string[] {
  const groups = by.flatMap((axis) => FIELD_OF_AXIS[axis] ?? []);
  const chosen = catalogue.filter(({ code }) => measures.includes(code));
  return [
    ...(field === 'COMPARE' ? ['responseModel'] : []),
    ...(groups.length === 0 ? [] : [`group { ${groups.join(' ')} }`]),
    'encounters { value status }',
    ...chosen.map(({ code, kind }) => `${code} ${field === 'COMPARE' ? COMPARED : VALUES_OF[kind]}`),
  ];
}

function filterText(filter: NonNullable<Filter>): string {
  const fields = Object.entries(filter).map(([field, values]) => {
    const list = AS_TEXT.has(field) ? values.map((value) => JSON.stringify(value)) : values;
    return `${field}: [${list.join(', ')}]`;
  });
  return `{ ${fields.join(', ')} }`;
}
