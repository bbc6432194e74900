import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { TokenHolder } from '../../schema/records/index.js';
import { answerOutcomes, changeAgreement } from '../../server/flow/index.js';
import type { OutcomesTable } from '../../server/flow/index.js';
import type { OutcomesQuestion } from '../../server/table/index.js';
import { plainQuestion } from '../support/plain-question.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import { testHouse } from '../support/house.js';
import type { TestHouse } from '../support/house.js';
import { analystOf, contribute, onboard, operator, release, researcher, stateOfficeOf } from '../support/people.js';

let place: TestHouse;

/** States of two, three and four agencies, and one of four of which one has nearly everything. */
const STATES = { ID: [400, 400], MT: [400, 400, 400], WA: [400, 400, 400, 400], WY: [4_000, 400, 400, 400] };

beforeAll(async () => {
  place = await testHouse();
  for (const [state, sizes] of Object.entries(STATES)) {
    for (const [index, size] of sizes.entries()) {
      const id = `${state.toLowerCase()}-${index}`;
      const met = { RESPONSE_MODEL: 'CIT', ENGAGEMENT: 'ENGAGED' };
      await onboard(place.house, id, `${state}/${index}`);
      await contribute(
        place.house,
        id,
        anonymisedFile([
          ...encounters(size / 2, `${id} a`, '2025-01', { ...met, DISPOSITION: 'ARRESTED' }),
          ...encounters(size / 2, `${id} b`, '2025-03', { ...met, DISPOSITION: 'REFERRED' }),
        ]),
      );
    }
  }
  await release(place.house, '2025-03');
});

afterAll(async () => {
  await place.close();
});

async function ask(asked: Partial<OutcomesQuestion>, asker: TokenHolder): Promise<OutcomesTable> {
  const answer = await answerOutcomes({ ...plainQuestion, ...asked }, asker, place.house);
  if (answer.kind === 'REFUSED') throw new Error(answer.message);
  return answer;
}

/** What each state's row may show: its encounters, and its arrest rate. */
async function statusesFor(asker: TokenHolder, by: readonly string[] = []): Promise<Record<string, readonly string[]>> {
  const { rows } = await ask({ by: ['STATE', ...by], measures: ['arrestRate'] }, asker);
  return Object.fromEntries(
    rows
      .filter(({ group }) => (group['RESPONSE_MODEL'] ?? 'CIT') === 'CIT')
      .map(({ group, encounters: count, measures }) => [
        group['STATE'] ?? '',
        [count.status, measures['arrestRate']?.status ?? ''],
      ]),
  );
}

const hidden = ['NOT_PERMITTED', 'NOT_PERMITTED'];
const shown = ['SHOWN', 'SHOWN'];

describe('a pool of agencies', () => {
  it.each([
    { name: 'a researcher', asker: researcher },
    { name: 'an analyst of a member', asker: analystOf('wa-0') },
  ])('is shown to $name when it hides each of its members', async ({ asker }) => {
    expect(await statusesFor(asker)).toEqual({ ID: hidden, MT: shown, WA: shown, WY: hidden });
  });

  it('of three shows one dimension at a time', async () => {
    const { MT, WA } = await statusesFor(researcher, ['RESPONSE_MODEL']);
    expect(MT).toEqual(['SHOWN', 'NOT_PERMITTED']);
    expect(WA).toEqual(shown);
  });

  it('is shown whole to the state office that may see each member', async () => {
    const { rows } = await ask({ where: { nodes: {}, states: ['ID'] }, measures: ['arrestRate'] }, stateOfficeOf('ID'));
    expect([rows[0]?.encounters.status, rows[0]?.measures['arrestRate']?.status]).toEqual(shown);
  });

  it('is not shown whole to an analyst because every other member agreed: it would subtract its own rows', async () => {
    const agree = async (others: readonly string[], askingAgencyId: string): Promise<void> => {
      for (const grantingAgencyId of others)
        await changeAgreement({ grantingAgencyId, askingAgencyId, isGranted: true }, operator, place.house);
    };
    await agree(['id-1'], 'id-0');
    await agree(['wa-1'], 'wa-0');
    await agree(['wa-0', 'wa-2'], 'wa-1');
    expect(await statusesFor(analystOf('id-0'))).toMatchObject({ ID: hidden });
    expect(await statusesFor(analystOf('wa-0'), ['RESPONSE_MODEL'])).toMatchObject({ WA: shown });
    expect(await statusesFor(analystOf('wa-1'), ['RESPONSE_MODEL'])).toMatchObject({ WA: ['SHOWN', 'NOT_PERMITTED'] });
  });

  it('is shown to a partner by more dimensions than an agency of it alone', async () => {
    await changeAgreement({ grantingAgencyId: 'wa-3', askingAgencyId: 'wa-0', isGranted: true }, operator, place.house);
    const alone = { nodes: {}, agencies: ['wa-3'] };
    const statuses = async (where: OutcomesQuestion['where'], asker: TokenHolder): Promise<readonly string[]> => {
      const { rows } = await ask({ where, by: ['RESPONSE_MODEL', 'SHIFT'], measures: ['arrestRate'] }, asker);
      const row = rows.find(({ group }) => group['RESPONSE_MODEL'] === 'CIT' && group['SHIFT'] === 'UNKNOWN');
      return [row?.encounters.status ?? '', row?.measures['arrestRate']?.status ?? ''];
    };
    expect(await statuses({ nodes: {}, states: ['WA'] }, analystOf('wa-2'))).toEqual(shown);
    expect(await statuses(alone, analystOf('wa-0'))).toEqual(['SHOWN', 'NOT_PERMITTED']);
    expect(await statuses(alone, stateOfficeOf('WA'))).toEqual(shown);
  });

  it('that is closed says why, and gives no part of a sum', async () => {
    const { rows, footnotes } = await ask({ where: { nodes: {}, states: ['ID', 'WA'] } }, researcher);
    expect(rows[0]?.encounters).toMatchObject({ status: 'NOT_PERMITTED', value: null, atLeast: null });
    expect(footnotes.join()).toContain('fewer than four agencies');
  });
});
