import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { pointsOf } from '../../schema/catalogue/index.js';
import type { DefinitionPoint } from '../../schema/catalogue/index.js';
import { judge } from '../../server/comparability/index.js';
import type { AgencyFacts, Grade, MeasureFacts } from '../../server/comparability/index.js';
import { monthsOf } from '../../server/table/index.js';

const YEAR = monthsOf({ from: '2025-01', through: '2025-12' });
const FROM_BEST: readonly Grade[] = ['COMPARABLE', 'WITH_CAUTION', 'UNDECLARED', 'NOT_COMPARABLE'];
const MEASURES = ['arrestRate', 'useOfForceRate', 'followUpRate', 'linkageToCareRate', 'subjectInjuryRate'];

function badness(facts: MeasureFacts): number {
  return FROM_BEST.indexOf(judge(facts).grade);
}

function valuesOf({ values }: DefinitionPoint): readonly string[] {
  return values === null ? ['Policy 1', 'Policy 2', 'Policy 3'] : values.map(({ code }) => code);
}

function agencies(points: readonly DefinitionPoint[]): fc.Arbitrary<AgencyFacts> {
  const answers = points.map((point) =>
    fc.uniqueArray(fc.constantFrom(null, ...valuesOf(point), ...valuesOf(point)), { minLength: 1, maxLength: 2 }),
  );
  return fc.record({
    agencyId: fc.uuid(),
    months: fc.subarray([...YEAR], { minLength: 0 }).chain((some) => fc.constantFrom(some, YEAR, YEAR, YEAR.slice(1))),
    collects: fc.constantFrom(true, true, true, true, false),
    declared: fc
      .tuple(...answers)
      .map((given) => new Map(points.map(({ code }, index) => [code, given[index] ?? [null]]))),
    unknownShare: fc.constantFrom(null, 0.1, 0.6),
    weeklyHours: fc.constantFrom(new Map([['CIT', 56]]), new Map([['CIT', 168]]), new Map<string, number>()),
  });
}

/** Facts of one measure about some agencies. */
function measureFacts({ minLength }: { minLength: number }): fc.Arbitrary<MeasureFacts> {
  return fc.constantFrom(...MEASURES).chain((measure) => {
    const points = pointsOf(measure, { dimensions: [] });
    return fc.array(agencies(points), { minLength, maxLength: 5 }).map((list) => ({ measure, points, agencies: list }));
  });
}

describe('comparability', () => {
  it('does not depend on who is named first', () => {
    fc.assert(
      fc.property(
        measureFacts({ minLength: 1 }).chain((facts) =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts.agencies], { minLength: facts.agencies.length })),
        ),
        ([facts, shuffled]) => {
          expect(judge({ ...facts, agencies: shuffled }).grade).toBe(judge(facts).grade);
          expect(new Set(judge({ ...facts, agencies: shuffled }).reasons)).toEqual(new Set(judge(facts).reasons));
        },
      ),
    );
  });

  it('of a set is that of its worst pair', () => {
    fc.assert(
      fc.property(measureFacts({ minLength: 2 }), (facts) => {
        const pairs = facts.agencies.flatMap((one, index) =>
          facts.agencies.slice(index + 1).map((other) => badness({ ...facts, agencies: [one, other] })),
        );
        expect(badness(facts)).toBe(Math.max(...pairs));
      }),
    );
  });

  it('is never improved by one more agency', () => {
    fc.assert(
      fc.property(measureFacts({ minLength: 2 }), (facts) => {
        expect(badness(facts)).toBeGreaterThanOrEqual(badness({ ...facts, agencies: facts.agencies.slice(1) }));
      }),
    );
  });

  it('is never improved when one of them begins to answer a point in another way, or falls silent', () => {
    const changes = measureFacts({ minLength: 2 }).chain((facts) => {
      const at = fc.nat(facts.agencies.length - 1);
      return fc
        .tuple(fc.constant(facts), at, fc.constantFrom(...facts.points))
        .chain(([same, index, point]) =>
          fc.tuple(
            fc.constant(same),
            fc.constant(index),
            fc.constant(point),
            fc.constantFrom(null, ...valuesOf(point)),
          ),
        );
    });
    fc.assert(
      fc.property(changes, ([facts, index, point, value]) => {
        const answering = (agency: AgencyFacts, values: readonly (string | null)[]): AgencyFacts => ({
          ...agency,
          declared: new Map(agency.declared).set(point.code, values),
        });
        const same = valuesOf(point)[0] ?? '';
        const agreeing = facts.agencies.map((agency) => answering(agency, [same]));
        const differing = agreeing.map((agency, place) => (place === index ? answering(agency, [value]) : agency));

        expect(badness({ ...facts, agencies: differing })).toBeGreaterThanOrEqual(
          badness({ ...facts, agencies: agreeing }),
        );
      }),
    );
  });
});
