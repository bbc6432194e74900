import { readFileSync, readdirSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, parse, validate } from 'graphql';
import type { GraphQLNamedType } from 'graphql';

import { buildHouseSchema, schemaText } from '../../server/graphql/index.js';

const schema = buildHouseSchema();
const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** A type and everything in it, each by its full name. */
function partsOf(type: GraphQLNamedType): readonly Described[] {
  if (isEnumType(type)) return [type, ...named(type.name, type.getValues())];
  if (isInputObjectType(type)) return [type, ...named(type.name, Object.values(type.getFields()))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [type];

  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) => named(`${type.name}.${field.name}`, field.args));
  return [type, ...named(type.name, fields), ...args];
}

function named(owner: string, parts: readonly Described[]): readonly Described[] {
  return parts.map(({ name, description }) => ({ name: `${owner}.${name}`, description }));
}

describe('the GraphQL schema', () => {
  it('is printed in schema/schema.graphql as it is served; if not, run npm run print-schema', () => {
    expect(readFileSync('schema/schema.graphql', 'utf8')).toBe(schemaText());
  });

  it('describes every type, field, argument and value', () => {
    const silent = own.flatMap(partsOf).filter(({ description }) => (description ?? '').length === 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('speaks of a list in plain words', () => {
    const lists = own.filter(({ name }) => name.endsWith('Connection'));
    expect(lists.map(({ description }) => description)).toEqual(
      expect.arrayContaining(['A page of agencies.', 'A page of ledger entries.', 'A page of peer group changes.']),
    );
  });

  it('says that digits are significant, and of an exact count that it is one', () => {
    const words = own.flatMap(partsOf).map(({ description }) => description ?? '');
    expect(words.filter((text) => /\b\d digits/.test(text))).toEqual([]);
    expect(schema.getType('CountEstimate')?.description).toContain('In `ownOutcomes` and');
    expect(schema.getType('IntervalEstimate')?.description).toContain('widened for their noise');
  });

  it('says of every field that can be null what null means', () => {
    const nullable = own
      .filter((type) => isObjectType(type))
      .flatMap((type) =>
        named(
          type.name,
          Object.values(type.getFields()).filter((field) => !String(field.type).endsWith('!')),
        ),
      );
    const unsaid = nullable.filter(({ description }) => !/\b(null|when asked by)\b/i.test(description ?? ''));
    expect(unsaid.map(({ name }) => name)).toEqual([]);
  });

  it('has no word for a row, a key or a person', () => {
    const names = own.flatMap(partsOf).map(({ name }) => name);
    expect(names.filter((name) => /encounterKey|personToken|recordKey|\brk\b/i.test(name))).toEqual([]);
  });
});

describe('the questions of the explorer', () => {
  const folder = 'client/explorer/examples';
  it.each(readdirSync(folder).map((file) => ({ file })))('$file is a valid question', ({ file }) => {
    expect(validate(schema, parse(readFileSync(`${folder}/${file}`, 'utf8')))).toEqual([]);
  });
});
