import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { TokenHolder } from '../../schema/records/index.js';
import { answerOutcomes } from '../../server/flow/index.js';
import type { OutcomesQuestion } from '../../server/table/index.js';
import { plainQuestion } from '../support/plain-question.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import { testHouse } from '../support/house.js';
import type { TestHouse } from '../support/house.js';
import { contribute, onboard, publicReader, release, researcher, stateOfficeOf } from '../support/people.js';

const TOKEN = 'ab'.repeat(16);
let place: TestHouse;

/**
 * Four states of four agencies. At night, in May, one person of one agency in Washington has 45 encounters of 60; in
 * August, one of Oregon has 70 of 130.
 */
beforeAll(async () => {
  place = await testHouse();
  for (const state of ['ID', 'MT', 'OR', 'WA']) {
    for (const index of [0, 1, 2, 3]) {
      const id = `${state.toLowerCase()}-${index}`;
      await onboard(place.house, id, `${state}/${index}`);
      const months = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`);
      const own = [
        ...(id === 'wa-0' ? encounters(45, 'one', '2025-05', { SHIFT: 'NIGHT' }) : []),
        ...(id === 'or-0' ? encounters(70, 'one', '2025-08', { SHIFT: 'NIGHT' }) : []),
      ];
      await contribute(
        place.house,
        id,
        anonymisedFile([
          ...months.flatMap((month) => [
            ...encounters(40, `${id} ${month} d`, month, { SHIFT: 'DAY' }),
            ...encounters(30, `${id} ${month} e`, month, { SHIFT: 'EVENING' }),
            ...encounters(month === '2025-05' && state === 'WA' ? 4 : 15, `${id} ${month} n`, month, {
              SHIFT: 'NIGHT',
            }),
          ]),
          ...own.map((encounter) => ({ ...encounter, personToken: TOKEN })),
        ]),
      );
    }
  }
  await release(place.house, '2025-12');
});

afterAll(async () => {
  await place.close();
});

/** Which groups are shown. */
async function shownIn(
  asked: Partial<OutcomesQuestion>,
  asker: TokenHolder,
): Promise<Readonly<Record<string, boolean>>> {
  const answer = await answerOutcomes({ ...plainQuestion, ...asked }, asker, place.house);
  if (answer.kind === 'REFUSED') throw new Error(answer.message);
  return Object.fromEntries(
    answer.rows.map(({ group, encounters: { status } }) => [Object.values(group).join(' '), status === 'SHOWN']),
  );
}

const night = { nodes: { SHIFT: ['NIGHT'] } };
const may = { from: '2025-05', to: '2025-05' };

describe('a cell one person weighs in', () => {
  const asker = stateOfficeOf('WA');
  const washington = { where: { nodes: {}, states: ['WA'] }, period: may };

  it('is suppressed along a dimension with a sibling', async () => {
    expect(await shownIn({ ...washington, by: ['SHIFT'] }, asker)).toMatchObject({
      DAY: true,
      EVENING: false,
      NIGHT: false,
    });
    expect(await shownIn(washington, asker)).toEqual({ '': true });
  });

  it('is suppressed along time with a sibling', async () => {
    const where = { ...night, states: ['WA'] };
    const quarter = { from: '2025-Q2', to: '2025-Q2' };
    const shown = await shownIn({ where, period: quarter, by: ['MONTH'] }, asker);
    expect(shown['2025-05']).toBe(false);
    expect(Object.values(shown).filter((isShown) => !isShown)).toHaveLength(2);
    expect(await shownIn({ where, period: quarter }, asker)).toEqual({ '': true });
  });

  it('is suppressed among agencies with a sibling, for who sees them', async () => {
    const shown = await shownIn({ where: { ...night, states: ['WA'] }, period: may, by: ['AGENCY'] }, asker);
    expect(shown['wa-0']).toBe(false);
  });

  it('is suppressed however large, where one person is the greater part of it', async () => {
    const oregon = { where: { nodes: {}, states: ['OR'] }, period: { from: '2025-08', to: '2025-08' } };
    expect(await shownIn({ ...oregon, by: ['SHIFT'] }, stateOfficeOf('OR'))).toMatchObject({ NIGHT: false });
  });

  it('is no matter where many others are', async () => {
    expect(await shownIn({ where: night, period: { from: '2025', to: '2025' } }, researcher)).toEqual({ '': true });
    expect(await shownIn({ by: ['SHIFT'], period: { from: '2025', to: '2025' } }, publicReader)).toMatchObject({
      NIGHT: true,
    });
  });
});
