import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { answerComparison, answerOutcomes, answerOwnOutcomes } from '../../server/flow/index.js';
import type { OutcomesQuestion } from '../../server/table/index.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import { testHouse } from '../support/house.js';
import type { TestHouse } from '../support/house.js';
import { analystOf, contribute, onboard, publicReader, release, researcher } from '../support/people.js';

const nothing = { nodes: {} };
const question: OutcomesQuestion = {
  releaseId: null,
  where: nothing,
  except: nothing,
  period: { from: '2025', to: '2025' },
  by: ['RESPONSE_MODEL'],
  measures: ['arrestRate'],
};

let place: TestHouse;

beforeAll(async () => {
  place = await testHouse();
  const { house } = place;
  const patrol = { RESPONSE_MODEL: 'STANDARD_PATROL', ENGAGEMENT: 'ENGAGED' };
  const together = { RESPONSE_MODEL: 'CO_RESPONDER', ENGAGEMENT: 'ENGAGED' };
  const file = (name: string): string =>
    anonymisedFile([
      ...encounters(100, `${name} a`, '2025-01', { ...patrol, DISPOSITION: 'ARRESTED' }),
      ...encounters(300, `${name} b`, '2025-04', { ...patrol, DISPOSITION: 'REFERRED' }),
      ...encounters(50, `${name} c`, '2025-07', { ...together, DISPOSITION: 'ARRESTED' }),
      ...encounters(350, `${name} d`, '2025-12', { ...together, DISPOSITION: 'REFERRED' }),
      ...encounters(1, `${name} e`, '2025-12', { RESPONSE_MODEL: 'CIT', DISPOSITION: 'REFERRED' }),
    ]);
  for (const name of ['north', 'south', 'east', 'west']) {
    await onboard(house, `${name}-pd`, `WA/${name}`);
    await contribute(house, `${name}-pd`, file(name));
  }
  await release(house, '2025-12');
});

afterAll(async () => {
  await place.close();
});

describe('outcomes', () => {
  it('shows rates near the truth, suppresses the few, and enumerates what nobody has', async () => {
    const answer = await answerOutcomes(question, researcher, place.house);
    if (answer.kind === 'REFUSED') throw new Error(answer.message);
    const rows = new Map(answer.rows.map((row) => [row.group['RESPONSE_MODEL'], row]));

    expect(rows.get('STANDARD_PATROL')?.measures['arrestRate']).toMatchObject({ status: 'SHOWN' });
    expect(Math.abs((rows.get('STANDARD_PATROL')?.encounters.value ?? 0) - 1600)).toBeLessThanOrEqual(10);
    expect(rows.get('CIT')?.encounters).toMatchObject({ value: null, status: 'SUPPRESSED' });
    expect(rows.get('DISPATCH_CONSULT')?.encounters).toEqual(rows.get('CIT')?.encounters);
    expect(answer.handle).toMatch(/^hw-2025-12\.1-/);
  });

  it('gives the same bytes to the same question', async () => {
    const ask = async (): Promise<string> =>
      JSON.stringify(await answerOutcomes({ ...question }, researcher, place.house));
    expect(await ask()).toBe(await ask());
  });

  it('shows an agency its own exact counts, marked UNPROTECTED', async () => {
    const answer = await answerOwnOutcomes(question, analystOf('north-pd'), place.house);
    if (answer.kind === 'REFUSED') throw new Error(answer.message);

    expect(answer.protection).toBe('UNPROTECTED');
    expect(answer.rows.map(({ encounters: { value } }) => value)).toEqual([400, 1, 400, 0, 0, 0, 0]);
    expect(answer.rows[0]?.measures['arrestRate']).toMatchObject({ value: 0.25, numerator: 100, denominator: 400 });
  });

  it('refuses single agencies to the public, and says what would be answered', async () => {
    const answer = await answerOutcomes({ ...question, by: ['AGENCY'] }, publicReader, place.house);
    expect(answer).toMatchObject({ reason: 'AGENCY_LEVEL_NOT_ALLOWED', nearest: { question: { by: ['STATE'] } } });
  });
});

describe('comparison', () => {
  it('sets each arm against the baseline', async () => {
    const answer = await answerComparison(
      { question: { ...question, by: [] }, baseline: 'STANDARD_PATROL', arms: ['CO_RESPONDER'] },
      researcher,
      place.house,
    );
    if (answer.kind === 'REFUSED') throw new Error(answer.message);

    expect(answer.arms).toHaveLength(1);
    expect(answer.arms[0]?.measures['arrestRate']?.ratio.value).toBeCloseTo(0.5, 1);
  });
});
