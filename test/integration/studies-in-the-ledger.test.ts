import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { replayQuestion } from '../../server/flow/index.js';
import { monthsOf } from '../../server/table/index.js';
import { ask } from '../support/ask.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import { analystOf, contribute, onboard, operator, release } from '../support/people.js';
import { servedHouse } from '../support/served.js';
import type { ServedHouse } from '../support/served.js';

const MONTHS = monthsOf({ from: '2023-01', through: '2025-12' });
const AGENCIES = ['north-pd', 'south-pd', 'east-pd', 'west-pd', 'far-pd'];

let place: ServedHouse;
let token: string;

beforeAll(async () => {
  place = await servedHouse();
  for (const id of AGENCIES) {
    await onboard(place.house, id, id === 'north-pd' ? 'WA/North' : 'OR/Away');
    const rows = MONTHS.flatMap((month) => [
      ...encounters(14, `${id} ${month} arrested`, month, { ENGAGEMENT: 'ENGAGED', DISPOSITION: 'ARRESTED' }),
      ...encounters(20, `${id} ${month} referred`, month, { ENGAGEMENT: 'ENGAGED', DISPOSITION: 'REFERRED' }),
    ]);
    await contribute(place.house, id, anonymisedFile(rows));
  }
  await place.house.store.registry.addProgram({
    id: 'north-pd:cit',
    agencyId: 'north-pd',
    name: 'Trained',
    responseModel: 'CIT',
    startedOn: '2024-07-01',
    endedOn: null,
    hours: 'Every day',
    area: 'WA/North',
  });
  await release(place.house, '2025-12');
  token = await place.tokenFor(analystOf('north-pd'));
});

afterAll(async () => {
  await place.close();
});

const QUESTIONS = [
  'trend(measures: [ARREST_RATE], by: [STATE]) { ... on TrendTable { handle } ... on Refusal { reason } }',
  'peers(measure: ARREST_RATE) { ... on PeersTable { handle } ... on Refusal { reason } }',
  'impact(program: "north-pd:cit", measures: [ARREST_RATE]) { ... on ImpactTable { handle effects { difference { value status } } } ... on Refusal { reason } }',
  'impact(program: "north-pd:cit", measures: [ARREST_RATE], comparison: STATE) { ... on ImpactTable { handle } ... on Refusal { reason } }',
];

describe('trends, peers and impacts in the ledger', () => {
  it('are noted by the protected tables they are made of, with what was asked and no value', async () => {
    for (const question of QUESTIONS) await ask(place.address, `{ ${question} }`, { token });
    const entries = await place.house.store.ledger.list(null, { first: 20, after: null });

    expect(entries.map(({ field, area, refusal }) => [field, area, refusal]).toReversed()).toEqual([
      ['TREND', 'region', null],
      ['PEERS', 'region', null],
      ['IMPACT', 'north-pd', null],
      ['IMPACT', 'OR/Away', null],
      ['IMPACT', 'north-pd', null],
      ['IMPACT', 'north-pd', 'NO_COMPARISON_GROUP'],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/"numerator"|"events"/);
  });

  it('can each be asked again, and give the same numbers', async () => {
    const entries = await place.house.store.ledger.list(null, { first: 20, after: null });
    for (const { seq } of entries) expect(await replayQuestion({ seq }, operator, place.house)).toBe('SAME');
  });

  it('count as tables in the quota, and a table asked again counts once', async () => {
    const quotas = async (): Promise<unknown> =>
      (await ask(place.address, '{ viewer { quotas { area asked } } }', { token })).data;
    const before = await quotas();
    for (const question of QUESTIONS) await ask(place.address, `{ ${question} }`, { token });
    expect(await quotas()).toEqual(before);
    expect(before).toEqual({
      viewer: {
        quotas: [
          { area: 'OR/Away', asked: 1 },
          { area: 'north-pd', asked: 1 },
          { area: 'region', asked: 2 },
        ],
      },
    });
  });
});
