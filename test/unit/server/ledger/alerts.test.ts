import { describe, expect, it } from '@jest/globals';

import { REFUSED_PER_MINUTE_MAX, SIBLINGS_MAX, refusedOften, siblingWalks } from '../../../../server/ledger/index.js';
import type { AskedQuestion } from '../../../../server/ledger/index.js';

/** So many questions, each about another shift, so many seconds apart. */
function shifts(count: number, secondsApart: number, refusal: string | null = null): readonly AskedQuestion[] {
  return Array.from({ length: count }, (_, index) => ({
    askedAt: new Date(index * secondsApart * 1_000),
    area: 'WA',
    refusal,
    question: {
      releaseId: null,
      where: { nodes: { SHIFT: [`SHIFT_${index}`], WEEKEND: ['YES'] } },
      except: { nodes: {} },
      period: null,
      by: [],
      measures: [],
    },
  }));
}

describe('a walk', () => {
  const many = SIBLINGS_MAX + 1;

  it('is one within the hour, and none when it takes longer', () => {
    const asked = shifts(many, 3_599 / SIBLINGS_MAX);
    expect(siblingWalks(asked)).toEqual([{ along: 'SHIFT', observed: many, asked }]);
    expect(siblingWalks(shifts(many, 3_600 / SIBLINGS_MAX))).toEqual([]);
  });

  it('is made of filters that differ along one axis, not of questions that differ otherwise too', () => {
    const asked = shifts(many, 1).map((each, index) => ({
      ...each,
      question: { ...each.question, by: index % 2 === 0 ? ['QUARTER'] : ['YEAR'] },
    }));
    expect(siblingWalks(asked)).toEqual([]);
  });

  it('has one filter where the same categories are named in another order', () => {
    const named = (nodes: readonly string[]): AskedQuestion => {
      const [first] = shifts(1, 1);
      if (first === undefined) throw new Error('no question');
      return { ...first, question: { ...first.question, where: { nodes: { SHIFT: nodes } } } };
    };
    expect(
      siblingWalks(Array.from({ length: many }, (_, at) => named(at % 2 === 0 ? ['A', 'B'] : ['B', 'A']))),
    ).toEqual([]);
  });
});

describe('refused in a row', () => {
  const many = REFUSED_PER_MINUTE_MAX + 1;

  it('is within a minute, and for the shape of the question', () => {
    expect(refusedOften(shifts(many, 11, 'ORDER_NOT_ALLOWED'))?.observed).toBe(many);
    expect(refusedOften(shifts(many, 12, 'ORDER_NOT_ALLOWED'))).toBeNull();
    expect(refusedOften(shifts(many, 1, 'QUOTA_REACHED'))).toBeNull();
    expect(refusedOften(shifts(many, 1))).toBeNull();
  });
});
