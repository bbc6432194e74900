import { dimensions } from '../catalogue/index.js';
import { NOT_ENGAGED } from '../codelists/index.js';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string', minLength: 1 };
const texts: Schema = { type: 'array', items: text, minItems: 1 };
const spelling: Schema = { type: ['string', 'null'] };
const condition: Schema = {
  type: 'object',
  minProperties: 1,
  additionalProperties: { type: ['string', 'null', 'array'], items: spelling, minItems: 1 },
};
const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

function closed(properties: Schema, required: readonly string[] = []): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

const key = closed({ columns: texts, prefix: text }, ['columns']);
const time = closed(
  {
    column: text,
    formats: texts,
    timeColumn: text,
    timeFormats: texts,
    midnightIsMissing: { type: 'boolean' },
    sentinels: { type: 'array', items: day },
    offset: { enum: ['CONVERT', 'IGNORE'] },
  },
  ['column', 'formats'],
);
const minutes = closed({ from: text, to: text, columns: texts, toleranceMinutes: { type: 'number', minimum: 0 } });

/** Codes a mapping may give: leaves, and the heading YES of ARREST_ELIGIBLE, which is split by the disposition. */
export function mappableCodes(dimensionCode: string): readonly string[] {
  const leaves = dimensions.find(({ code }) => code === dimensionCode)?.tree.leaves ?? [];
  const own = leaves.filter((leaf) => leaf !== NOT_ENGAGED);
  return dimensionCode === 'ARREST_ELIGIBLE' ? ['YES', ...own] : own;
}

function field(dimensionCode: string): Schema {
  const code: Schema = { enum: mappableCodes(dimensionCode) };
  const source = closed({
    constant: code,
    columns: texts,
    values: { type: 'object', minProperties: 1, additionalProperties: code },
    when: { type: 'array', minItems: 1, items: closed({ if: condition, code }, ['if', 'code']) },
    ageInYears: text,
    minutes,
    precedence: { type: 'array', items: code, minItems: 1 },
    missing: code,
    combine: { enum: ['FIRST', 'PRECEDENCE', 'AGREE', 'MAX', 'MIN'] },
  });
  return {
    type: ['string', 'object'],
    if: { type: 'string' },
    then: { enum: ['NOT_COLLECTED', 'FROM_CALL_TIME'] },
    else: source,
  };
}

/** JSON Schema of a mapping. The codes come from the catalogue, so a new dimension asks every mapping for an answer. */
export const mappingSchema: Schema = closed(
  {
    version: { const: 1 },
    agency: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    source: text,
    format: closed({
      type: { enum: ['csv', 'xlsx', 'ndjson'] },
      delimiter: { enum: [',', ';', '|', '\t'] },
      encoding: { enum: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] },
      sheet: text,
    }),
    zone: text,
    period: closed({ from: day, to: day }, ['from', 'to']),
    nulls: { type: 'array', items: { type: 'string' } },
    columns: {
      type: 'object',
      additionalProperties: closed({
        aliases: texts,
        nulls: { type: 'array', items: { type: 'string' } },
        stripPrefix: text,
      }),
    },
    rows: { enum: ['ONE_PER_ENCOUNTER', 'MANY_PER_ENCOUNTER'] },
    incident: key,
    person: key,
    exclude: { type: 'array', items: closed({ name: text, why: text, if: condition }, ['name', 'why', 'if']) },
    times: { type: 'object', minProperties: 1, additionalProperties: { type: 'array', minItems: 1, items: time } },
    callTime: texts,
    fields: closed(
      Object.fromEntries(dimensions.map(({ code }) => [code, field(code)])),
      dimensions.map(({ code }) => code),
    ),
  },
  ['version', 'agency', 'source', 'incident', 'times', 'callTime', 'fields'],
);
