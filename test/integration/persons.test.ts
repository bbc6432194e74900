import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { AnonymisedEncounter, TokenHolder } from '../../schema/records/index.js';
import { answerOutcomes, answerOwnOutcomes, replayQuestion } from '../../server/flow/index.js';
import { drawFrom } from '../../server/protect/draw.js';
import { blockKeysFor, lenses, seenThrough } from '../../server/protect/index.js';
import type { OutcomesQuestion } from '../../server/table/index.js';
import { ask } from '../support/ask.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import { TEST_SECRETS } from '../support/house.js';
import {
  analystOf,
  contribute,
  onboard,
  operator,
  publicReader,
  release,
  researcher,
  stateOfficeOf,
} from '../support/people.js';
import { servedHouse } from '../support/served.js';
import type { ServedHouse } from '../support/served.js';

const WASHINGTON = ['wa-0', 'wa-1', 'wa-2', 'wa-3'];
let place: ServedHouse;

/** Encounters of so many persons, each with as many of them. */
function met(persons: number, rows: readonly AnonymisedEncounter[]): readonly AnonymisedEncounter[] {
  return rows.map((row, index) => ({
    ...row,
    personToken: tokenOf(index % persons),
  }));
}

function tokenOf(person: number): string {
  return person.toString(16).padStart(32, '0');
}

/**
 * Four agencies of Washington that tell persons apart, and one of Oregon that does not. In each of the four 200 persons by
 * day, each met twice; 30 in the evening; and at night one person 45 times of 60. In one of them five persons three times
 * each at no known hour.
 */
beforeAll(async () => {
  place = await servedHouse();
  for (const [index, id] of WASHINGTON.entries()) {
    await onboard(place.house, id, `WA/${index}`);
    const rows = [
      ...met(200, encounters(400, `${id} d`, '2025-01', { SHIFT: 'DAY' })),
      ...met(30, encounters(30, `${id} e`, '2025-05', { SHIFT: 'EVENING' })),
      ...met(1, encounters(45, `${id} n`, '2025-08', { SHIFT: 'NIGHT' })),
      ...met(15, encounters(15, `${id} m`, '2025-08', { SHIFT: 'NIGHT' })),
      ...met(5, encounters(index === 0 ? 15 : 0, `${id} w`, '2025-12', { SHIFT: 'UNKNOWN' })),
    ];
    await contribute(place.house, id, anonymisedFile(rows));
  }
  await onboard(place.house, 'or-0', 'OR/0');
  await contribute(place.house, 'or-0', anonymisedFile(encounters(300, 'or', '2025-01', { SHIFT: 'DAY' })));
  await release(place.house, '2025-12');
});

afterAll(async () => {
  await place.close();
});

const question: OutcomesQuestion = {
  releaseId: null,
  where: { nodes: {}, states: ['WA'] },
  except: { nodes: {} },
  period: { from: '2025', to: '2025' },
  by: [],
  measures: [],
  persons: true,
};

type Shown = Readonly<Record<string, number | string>>;

/** The persons of each row, or why there are none. */
async function personsIn(asked: Partial<OutcomesQuestion>, asker: TokenHolder): Promise<Shown> {
  const answer = await answerOutcomes({ ...question, ...asked }, asker, place.house);
  if (answer.kind === 'REFUSED') throw new Error(answer.message);
  return Object.fromEntries(
    answer.rows.map(({ group, persons }) => [
      Object.values(group).join(' '),
      persons?.value ?? persons?.status ?? 'none',
    ]),
  );
}

/** The noisy number of day-time persons of agencies: the sum of their keys, drawn once. */
function noisyDay(agencies: readonly string[], scope: string): number {
  const keys = agencies.flatMap((agencyId) => {
    const { personKeyOf } = blockKeysFor(TEST_SECRETS.record, { agencyId, epoch: 0 });
    return Array.from({ length: 200 }, (_, person) => personKeyOf(tokenOf(person)));
  });
  const set = { n: keys.length, keySum: keys.reduce((sum, key) => (sum + key) % 2 ** 48, 0) };
  return set.n + drawFrom(TEST_SECRETS.perturbation, 'per')(set, scope);
}

describe('persons', () => {
  it('are those of every agency added up, with one draw of noise, seen through the lens of each audience', async () => {
    const noisy = noisyDay(WASHINGTON, 'pool');
    const day = { where: { ...question.where, nodes: { SHIFT: ['DAY'] } } };
    expect(await personsIn(day, stateOfficeOf('WA'))).toEqual({ '': noisy });
    expect(await personsIn(day, researcher)).toEqual({ '': noisy });
    expect(await personsIn(day, publicReader)).toEqual({ '': seenThrough(lenses.PUBLIC, noisy) });
    expect(await personsIn({ by: ['SHIFT'] }, stateOfficeOf('WA'))).toMatchObject({ DAY: noisy });
  });

  it('of one agency have the noise of that agency, for whoever may see it', async () => {
    const byAgency = { where: { nodes: { SHIFT: ['DAY'] }, states: ['WA'] }, by: ['AGENCY'] };
    expect(await personsIn(byAgency, stateOfficeOf('WA'))).toMatchObject({ 'wa-1': noisyDay(['wa-1'], 'wa-1') });
    expect(await personsIn(byAgency, analystOf('wa-2'))).toEqual({
      'wa-0': 'NOT_PERMITTED',
      'wa-1': 'NOT_PERMITTED',
      'wa-2': noisyDay(['wa-2'], 'wa-2'),
      'wa-3': 'NOT_PERMITTED',
    });
  });

  it('are suppressed where few of them are behind many encounters, or one has most of these', async () => {
    const byShift = { where: { nodes: {}, agencies: ['wa-0'] }, by: ['SHIFT'] };
    const shown = await personsIn(byShift, analystOf('wa-0'));
    expect(shown).toMatchObject({ NIGHT: 'SUPPRESSED', UNKNOWN: 'SUPPRESSED' });
    expect(shown['DAY']).toBe(noisyDay(['wa-0'], 'wa-0'));
  });

  it('are exact for the people of the agency they are of', async () => {
    const own = await answerOwnOutcomes(
      { ...question, where: { nodes: {} }, by: ['SHIFT'] },
      analystOf('wa-0'),
      place.house,
    );
    if (own.kind === 'REFUSED') throw new Error(own.message);
    const counted = own.rows.map(({ group, persons }) => [group['SHIFT'], persons?.value]);
    expect(Object.fromEntries(counted)).toMatchObject({ DAY: 200, EVENING: 30, NIGHT: 15, UNKNOWN: 5 });
  });

  it('are not counted where an agency gives no person tokens, and the others do not stand for it', async () => {
    const byState = { where: { nodes: {} }, by: ['STATE'] };
    expect(await personsIn(byState, stateOfficeOf('WA'))).toMatchObject({ OR: 'NOT_PERMITTED' });
    expect(await personsIn({ where: { nodes: {} } }, researcher)).toEqual({ '': 'NOT_COLLECTED' });
  });

  it.each([
    { asked: { by: ['SHIFT', 'WEEKEND'] }, reason: 'ORDER_NOT_ALLOWED', says: 'leave `persons` out' },
    { asked: { where: { nodes: { SHIFT: ['DAY', 'NIGHT'] } } }, reason: 'PERSONS_NOT_ADDITIVE', says: 'counted twice' },
    {
      asked: { period: { from: '2025-Q1', to: '2025-Q2' } },
      reason: 'PERSONS_NOT_ADDITIVE',
      says: 'Ask for whole places',
    },
  ])('of more than one published cell a row are refused: $asked', async ({ asked, reason, says }) => {
    const answer = await answerOutcomes({ ...question, ...asked }, researcher, place.house);
    expect(answer).toMatchObject({ kind: 'REFUSED', reason, message: expect.stringContaining(says) });
    const without = await answerOutcomes({ ...question, ...asked, persons: false }, researcher, place.house);
    expect(without.kind).toBe('ANSWERED');
  });

  it('beside a rate leave the rate as it is, and make a table of their own', async () => {
    const rates = { by: ['SHIFT'], measures: ['arrestRate'] };
    const [withThem, without] = [
      await answerOutcomes({ ...question, ...rates }, researcher, place.house),
      await answerOutcomes({ ...question, ...rates, persons: false }, researcher, place.house),
    ];
    if (withThem.kind === 'REFUSED' || without.kind === 'REFUSED') throw new Error('refused');
    expect(withThem.rows.map(({ persons: _persons, ...row }) => row)).toEqual(without.rows);
    expect(withThem.handle).not.toBe(without.handle);
    expect(withThem.footnotes.join(' ')).toContain('one met by two agencies counts twice');
  });

  it('of a question of the ledger are the same when it is asked again', async () => {
    const { totalCount } = { totalCount: await place.house.store.ledger.count(null) };
    for (let seq = 1; seq <= totalCount; seq += 1)
      expect(await replayQuestion({ seq }, operator, place.house)).toBe('SAME');
    expect(totalCount).toBeGreaterThan(10);
  });

  it('are given over the wire and as CSV, and counted only when selected', async () => {
    const token = await place.tokenFor(stateOfficeOf('WA'));
    const query = `{ outcomes(where: { state: [WA], shift: [DAY] }, period: { from: "2025", to: "2025" }) {
      ... on OutcomesTable { rows { persons { value noiseSd status } } footnotes } } }`;
    const persons = { value: noisyDay(WASHINGTON, 'pool'), noiseSd: 2.24, status: 'SHOWN' };
    const { data } = await ask(place.address, query, { token });
    expect(data).toMatchObject({ outcomes: { rows: [{ persons }] } });

    const csv = await fetch(`${place.address}/graphql`, {
      method: 'POST',
      headers: { accept: 'text/csv', 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    expect(await csv.text()).toContain(`persons.value,persons.noiseSd,persons.status\n${persons.value},2.24,SHOWN`);
  });
});
