import { describe, expect, it } from '@jest/globals';

import {
  definitionPointOf,
  definitionPoints,
  dimensions,
  measures,
  pointsOf,
} from '../../../schema/catalogue/index.js';
import { declarations } from '../../../seeds/declarations.js';

describe('the points of definitions', () => {
  it.each(definitionPoints)('$code speaks of measures and dimensions there are, in values told apart', (point) => {
    expect(measures.map(({ code }) => code)).toEqual(expect.arrayContaining([...point.measures]));
    expect(dimensions.map(({ code }) => code)).toEqual(expect.arrayContaining([...point.dimensions]));
    expect(point.measures.length).toBeGreaterThan(0);

    const values = point.values?.map(({ code }) => code) ?? [];
    expect(new Set(values).size).toBe(values.length);
    expect(values).toEqual(expect.arrayContaining((point.nearer ?? []).flatMap(({ between }) => [...between])));
  });

  it('are asked of the field guide’s five flags at least', () => {
    const flags = ['FORCE_POLICY', 'ARREST_CITATIONS', 'HOLD_STATUTE', 'DEMOGRAPHICS_BASIS', 'ENGAGEMENT_FIELD'];
    expect(definitionPoints.map(({ code }) => code)).toEqual(expect.arrayContaining(flags));
  });

  it('matter for a measure; those of demographics only where a table tells people apart', () => {
    const codes = (asked: readonly string[]): readonly string[] =>
      pointsOf('arrestRate', { dimensions: asked }).map(({ code }) => code);
    expect(codes([])).toEqual(['ARREST_CITATIONS', 'ARREST_WARRANTS', 'ENGAGEMENT_FIELD']);
    expect(codes(['GENDER'])).toContain('DEMOGRAPHICS_BASIS');
  });

  it('are what the demo region declares', () => {
    const strangers = declarations.flatMap(({ measure, points }) =>
      points.filter(({ point }) => definitionPointOf(point)?.measures.includes(measure) !== true),
    );
    expect(strangers).toEqual([]);
  });
});
