import { describe, expect, it } from '@jest/globals';

import { comparedSets } from '../../../../server/flow/comparability/compared-sets.js';
import type { Asking } from '../../../../server/flow/answers/protected-plan.js';
import { latticeOf } from '../../../../server/plan/index.js';
import type { Axis } from '../../../../server/table/index.js';
import { plainQuestion } from '../../../support/plain-question.js';

const places = [
  { agencyId: 'a', county: 'OR/One', state: 'OR' },
  { agencyId: 'b', county: 'OR/Two', state: 'OR' },
  { agencyId: 'c', county: 'WA/Three', state: 'WA' },
];
const lattice = latticeOf(
  places,
  { from: '2023-01', through: '2026-03' },
  { yearSpans: { length: 3, origin: 2023 }, peerGroups: [{ id: 'rural', agencyIds: ['a', 'c'] }] },
);

function setsBy(by: readonly Axis[]): ReturnType<typeof comparedSets> {
  const question = { ...plainQuestion, by };
  return comparedSets({ question, scene: { lattice, places } } as unknown as Asking);
}

describe('agencies whose numbers are in one row', () => {
  it('are those of a peer group, and nobody without peers', () => {
    expect(setsBy(['PEER_GROUP']).map(({ agencyIds }) => agencyIds)).toEqual([['a', 'c']]);
  });

  it('are judged over a span of years, and not beyond the last that is closed', () => {
    const [span, ...others] = setsBy(['YEARS']);
    expect([span?.months.at(0), span?.months.at(-1), others.length]).toEqual(['2023-01', '2025-12', 0]);
  });

  it('are all of them where no axis tells them apart', () => {
    expect(setsBy([]).map(({ agencyIds }) => agencyIds)).toEqual([['a', 'b', 'c']]);
  });
});
