import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { TokenHolder } from '../../schema/records/index.js';
import { answerOutcomes, forecastOutcomes } from '../../server/flow/index.js';
import type { House, OutcomesQuestion } from '../../server/flow/index.js';
import { boldQuestions } from '../support/arbitraries.js';
import { ask } from '../support/ask.js';
import { analystOf, operator, publicReader, researcher, stateOfficeOf } from '../support/people.js';
import type { ServedHouse } from '../support/served.js';
import { worldWith } from '../support/two-worlds.js';

let worlds: readonly [ServedHouse, ServedHouse];

beforeAll(async () => {
  worlds = [await worldWith({ hidden: 0 }), await worldWith({ hidden: 9 })];
});

afterAll(async () => {
  await Promise.all(worlds.map(async ({ close }) => close()));
});

const places = ['east-pd', 'north-pd', 'south-pd', 'west-pd'].map((id) => ({
  agencyId: id,
  county: `WA/${id}`,
  state: 'WA',
}));
const periods = [null, { from: '2025', to: '2025' }, { from: '2025-02', to: '2025-12' }, { from: '2025', to: '2026' }];
const people = [publicReader, researcher, stateOfficeOf('WA'), analystOf('north-pd'), operator];

let askers = 0;
/** Somebody of an audience who was answered nothing yet. */
function newcomer(holder: TokenHolder): TokenHolder {
  askers += 1;
  return { ...holder, id: `${holder.id}-${askers}` };
}

/** What became of a question: answered with a row that may be seen, or the reason it was not. */
async function outcomeOf(question: OutcomesQuestion, asker: TokenHolder, house: House): Promise<string> {
  const answer = await answerOutcomes(question, asker, house);
  if (answer.kind === 'REFUSED') return answer.reason;
  return answer.rows.every(({ encounters }) => encounters.status === 'NOT_PERMITTED') ? 'NO_ROW_PERMITTED' : 'ANSWERED';
}

const NEAREST = 'isAnswered reason message wouldMakeItAnswerable rowCount rowsNotPermitted nearest { query changes }';

interface Forecast {
  readonly isAnswered: boolean;
  readonly nearest: { readonly query: string; readonly changes: readonly string[] } | null;
}

const refusedQuestions: readonly { audience: TokenHolder; args: string }[] = [
  { audience: publicReader, args: 'by: [AGENCY, MONTH], measures: [arrestRate, sceneMinutes, coverageByShift]' },
  { audience: publicReader, args: 'by: [CALL_TYPE, SHIFT], where: { shift: [DAY], county: ["WA/east-pd"] }' },
  { audience: researcher, args: 'period: { from: "2025-02", to: "2026-01" }, by: [MONTH], measures: [sceneMinutes]' },
  { audience: researcher, args: 'where: { agency: ["east-pd"] }, except: { weekend: [YES] }' },
  { audience: researcher, args: 'by: [COUNTY, GENDER], baseline: STANDARD_PATROL, measures: [arrestRate]' },
  { audience: publicReader, args: 'arms: [CIT], by: [SHIFT], measures: [arrestRate, consultBeforeArrivalRate]' },
];

describe('whether a question would be answered', () => {
  it.each(refusedQuestions)('is said with a question that can be pasted, and is answered: $args', async (asked) => {
    const [{ address, tokenFor }] = worlds;
    const token = await tokenFor(asked.audience);
    const { data } = await ask(address, `{ wouldAnswer(${asked.args}) { ${NEAREST} } }`, { token });
    const { isAnswered, nearest } = data?.['wouldAnswer'] as Forecast;
    expect(isAnswered).toBe(false);
    expect(nearest?.changes.length).toBeGreaterThan(0);

    const pasted = await ask(address, nearest?.query ?? '', { token });
    expect(pasted.errors).toBeUndefined();
    const [answer] = Object.values(pasted.data ?? {}) as [
      Record<string, readonly { encounters: { status: string } }[]>,
    ];
    const rows = answer['rows'] ?? answer['arms'] ?? [];
    expect(rows.map(({ encounters }) => encounters.status).filter((status) => status !== 'NOT_PERMITTED')).not.toEqual(
      [],
    );
  });

  it('agrees with what asking it gives, and so does the nearest one', async () => {
    const [{ house }] = worlds;
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(boldQuestions({ places, periods }), fc.constantFrom(...people), async (question, holder) => {
        const asker = newcomer(holder);
        const { refused } = await forecastOutcomes(question, asker, house);
        expect(await outcomeOf(question, asker, house)).toBe(refused?.reason ?? 'ANSWERED');
        if (refused === null) return;

        refusals += 1;
        if (refused.nearest !== null) expect(await outcomeOf(refused.nearest.question, asker, house)).toBe('ANSWERED');
      }),
      { numRuns: 60 },
    );
    expect(refusals).toBeGreaterThan(10);
  });

  it('is said without a look at an encounter, and the same whether nobody or nine are behind a hidden cell', async () => {
    for (const { house } of worlds) await forecastOutcomes(plain, researcher, house);
    const blind = worlds.map(({ house }): House => ({ ...house, store: { ...house.store, query: noLook } }));
    await expect(answerOutcomes(plain, newcomer(researcher), blind[0] ?? worlds[0].house)).rejects.toThrow('A look');

    await fc.assert(
      fc.asyncProperty(boldQuestions({ places, periods }), fc.constantFrom(...people), async (question, holder) => {
        const asker = newcomer(holder);
        const [nobody, nine] = await Promise.all(blind.map(async (house) => forecastOutcomes(question, asker, house)));
        expect(nine).toEqual(nobody);
      }),
      { numRuns: 60 },
    );
  });

  it('takes nothing from the quota, is not in the ledger, and knows when the quota is used up', async () => {
    const [{ house }] = worlds;
    const asker = newcomer(publicReader);
    const before = await house.store.ledger.count(null);
    const { quota } = await forecastOutcomes(plain, asker, house);
    expect(quota).toEqual({ area: 'WA', asked: 0, allowed: 40 });
    expect(await house.store.ledger.count(null)).toBe(before);

    const filled = new Map([['WA', new Set(Array.from({ length: 40 }, (_, index) => `hw-${index}`))]]);
    const key = JSON.stringify({ askerId: asker.id, releaseId: '2025-12.1' });
    house.memory.tablesAsked.set(key, Promise.resolve(filled));
    const { refused } = await forecastOutcomes(plain, asker, house);
    expect(refused).toMatchObject({ reason: 'QUOTA_REACHED', nearest: null });
    expect(refused?.remedy).toContain('2026-03-18');
  });
});

const plain: OutcomesQuestion = {
  releaseId: null,
  where: { nodes: {} },
  except: { nodes: {} },
  period: { from: '2025', to: '2025' },
  by: [],
  measures: [],
};

async function noLook(): Promise<never> {
  return Promise.reject(new Error('A look at the encounters.'));
}
