import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { firstOperatorToken, issueToken, registerAgency, registerProgram } from '../../server/flow/index.js';
import { testHouse } from '../support/house.js';
import type { TestHouse } from '../support/house.js';
import { operator, stewardOf } from '../support/people.js';

let place: TestHouse;

beforeAll(async () => {
  place = await testHouse();
  await registerAgency(agency, operator, place.house);
});

afterAll(async () => {
  await place.close();
});

const agency = {
  id: 'harbor-city-pd',
  name: 'Harbor City',
  kind: 'SHERIFF',
  county: 'WA/King',
  isSynthetic: false,
} as const;
const program = {
  agencyId: 'harbor-city-pd',
  name: 'Together',
  responseModel: 'CO_RESPONDER',
  startedOn: '2024-02-29',
  endedOn: null,
  hours: 'Every day',
  area: 'The city',
};
const holder = { name: 'Someone', audience: 'PUBLIC', agencyId: null, state: null } as const;

describe('registering an agency', () => {
  it('puts it in the state of its county', async () => {
    expect(await place.house.store.registry.agencies()).toEqual([{ ...agency, state: 'WA', mode: 'CONTRIBUTED' }]);
  });

  it.each([
    { name: 'an id that is taken', change: {}, says: 'There is agency harbor-city-pd already' },
    { name: 'an id with a capital', change: { id: 'Harbor' }, says: 'small letters, digits and single hyphens' },
    { name: 'a county without a state', change: { id: 'a', county: 'King' }, says: 'such as WA/King' },
    { name: 'no name', change: { id: 'a', name: ' ' }, says: 'It must be some words' },
  ])('refuses $name', async ({ change, says }) => {
    await expect(registerAgency({ ...agency, ...change }, operator, place.house)).rejects.toThrow(says);
  });
});

describe('registering a program', () => {
  it('names it after its agency and response model, once', async () => {
    const registered = await registerProgram(program, operator, place.house);
    expect(registered.id).toBe('harbor-city-pd:co-responder');
    await expect(registerProgram(program, operator, place.house)).rejects.toThrow('There is program');
  });

  it.each([
    { name: 'a day that is none', change: { startedOn: '2023-02-29' }, says: 'The day "2023-02-29" cannot be used' },
    { name: 'an end before the start', change: { endedOn: '2024-01-01' }, says: 'not before 2024-02-29' },
    { name: 'an agency nobody knows', change: { agencyId: 'nowhere' }, says: 'No agency nowhere is registered' },
    { name: 'no span of hours', change: { openings: [] }, says: 'have no span of hours' },
    {
      name: 'a span without a day',
      change: { openings: [{ days: [], from: '08:00', until: '20:00' }] },
      says: 'have a span without a day',
    },
    {
      name: 'a time that is none',
      change: { openings: [{ days: ['MON'], from: '08:00', until: '24:30' }] },
      says: 'have the time "24:30"',
    },
    { name: 'a place far away', change: { serves: 'CA/King' }, says: 'It answers for its agency, county or state' },
  ] as const)('refuses $name', async ({ change, says }) => {
    await expect(registerProgram({ ...program, ...change }, operator, place.house)).rejects.toThrow(says);
  });
});

describe('the hours of a program', () => {
  it('are kept by day and time beside the words', async () => {
    const openings = [{ days: ['MON', 'TUE'], from: '08:00', until: '20:15' }] as const;
    await registerProgram({ ...program, responseModel: 'CIT', openings, serves: 'WA/King' }, operator, place.house);
    const [kept] = (await place.house.store.registry.programs()).filter(({ responseModel }) => responseModel === 'CIT');
    expect(kept).toMatchObject({ openings, serves: 'WA/King', hours: 'Every day' });
  });
});

describe('issuing a token', () => {
  it.each([
    { name: 'a steward of no agency', change: { audience: 'STEWARD' }, says: 'The agency of the token' },
    { name: 'a researcher of an agency', change: { agencyId: 'harbor-city-pd' }, says: 'The agency of the token' },
    { name: 'a state office of no state', change: { audience: 'STATE_OFFICE' }, says: 'The state of the token' },
    {
      name: 'a steward of an agency nobody knows',
      change: { audience: 'STEWARD', agencyId: 'x' },
      says: 'No agency x',
    },
  ] as const)('refuses $name', async ({ change, says }) => {
    await expect(issueToken({ ...holder, ...change }, operator, place.house)).rejects.toThrow(says);
  });

  it('is for operators', async () => {
    await expect(issueToken(holder, stewardOf('harbor-city-pd'), place.house)).rejects.toThrow('Only an operator may');
  });

  it('makes the first operator once', async () => {
    const fresh = await testHouse();
    expect(await firstOperatorToken(fresh.house)).toMatch(/^hw_/);
    expect(await firstOperatorToken(fresh.house)).toBeNull();
    await fresh.close();
  });
});
