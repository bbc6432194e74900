import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type * as Graphql from 'graphql';

import type { RateMeasure } from '../../schema/catalogue/index.js';

const entry: RateMeasure = {
  code: 'citationRate',
  label: 'Citation',
  kind: 'RATE',
  unit: 'PROPORTION',
  benefit: 'LESS_INCARCERATION',
  definition: 'Share of engaged encounters that ended in a citation.',
  exclusions: 'Custodial arrests.',
  source: 'A test of the catalogue',
  dimension: 'DISPOSITION',
  numerator: ['CITED'],
  denominator: ['KNOWN'],
};

let schema: Graphql.GraphQLSchema;
let engine: typeof Graphql;

beforeAll(async () => {
  const { measures } = await import('../../schema/catalogue/measures.js');
  jest.unstable_mockModule('../../schema/catalogue/measures.js', () => ({ measures: [...measures, entry] }));
  jest.resetModules();
  engine = await import('graphql'); // the copy the schema is now made with
  schema = (await import('../../server/graphql/index.js')).buildHouseSchema();
});

describe('an entry added to the catalogue', () => {
  it.each([
    { type: 'OutcomesRow', of: 'RateEstimate!' },
    { type: 'ComparisonArm', of: 'RateComparison!' },
  ])('is a field of $type, described by the entry', ({ type, of }) => {
    const row = schema.getType(type);
    const field = engine.isObjectType(row) ? row.getFields()['citationRate'] : undefined;

    expect(String(field?.type)).toBe(of);
    for (const words of [entry.definition, entry.exclusions, entry.source, 'CITED', 'KNOWN', 'From 0 to 1']) {
      expect(field?.description).toContain(words);
    }
  });

  it('is in the codebook', async () => {
    const { data } = await engine.graphql({
      schema,
      source: '{ codebook(dimension: [DISPOSITION]) { measures { code label numerator source } } }',
    });
    const { measures } = data?.['codebook'] as { measures: object[] };
    expect(measures).toContainEqual({
      code: 'citationRate',
      label: 'Citation',
      numerator: ['CITED'],
      source: 'A test of the catalogue',
    });
  });
});
