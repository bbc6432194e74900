import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { TokenHolder } from '../../schema/records/index.js';
import { answerComparison, answerOutcomes, forecastComparison, forecastOutcomes } from '../../server/flow/index.js';
import type { ComparisonQuestion, Forecast, House, OutcomesQuestion } from '../../server/flow/index.js';
import { AskerError } from '../../server/lib/index.js';
import { boldQuestions } from '../support/arbitraries.js';
import { ask } from '../support/ask.js';
import { analystOf, operator, publicReader, researcher, stateOfficeOf, stewardOf } from '../support/people.js';
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
const people = fc.constantFrom(publicReader, researcher, stateOfficeOf('WA'), analystOf('north-pd'), operator);

/** Comparisons of response models or shifts, crude or adjusted; some are mistakes. */
const comparisons: fc.Arbitrary<ComparisonQuestion> = fc
  .record({
    question: boldQuestions({ places, periods }),
    armsBy: fc.constantFrom('RESPONSE_MODEL', 'SHIFT'),
    adjustFor: fc.oneof(fc.constant([]), fc.subarray(['CALL_TYPE', 'QUARTER', 'COUNTY'], { maxLength: 2 })),
  })
  .map(({ armsBy, ...asked }) =>
    armsBy === 'SHIFT'
      ? { ...asked, armsBy, baseline: 'NIGHT', arms: ['DAY', 'EVENING'] }
      : { ...asked, armsBy, baseline: 'STANDARD_PATROL', arms: ['CO_RESPONDER', 'CIT'] },
  );

let askers = 0;
/** Somebody of an audience who was answered nothing yet. */
function newcomer(holder: TokenHolder): TokenHolder {
  askers += 1;
  return { ...holder, id: `${holder.id}-${askers}` };
}

/** What became of a question: its handle, rows and rows that may not be seen; or why there are none. */
type Outcome = { readonly handle: string; readonly rows: number; readonly hidden: number } | string;

/** A table of no row that may be seen is as good as none. */
function outcomeOf(handle: string, rows: readonly { readonly encounters: { readonly status: string } }[]): Outcome {
  const hidden = rows.filter(({ encounters }) => encounters.status === 'NOT_PERMITTED').length;
  return hidden === rows.length ? 'NO_ROW_PERMITTED' : { handle, rows: rows.length, hidden };
}

async function asking(question: OutcomesQuestion, asker: TokenHolder, house: House): Promise<Outcome> {
  const answer = await answerOutcomes(question, asker, house);
  return answer.kind === 'REFUSED' ? answer.reason : outcomeOf(answer.handle, answer.rows);
}

async function comparing(asked: ComparisonQuestion, asker: TokenHolder, house: House): Promise<Outcome> {
  const answer = await answerComparison(asked, asker, house);
  return answer.kind === 'REFUSED' ? answer.reason : outcomeOf(answer.table.handle, answer.arms);
}

function forecast({ refused, table }: Forecast): Outcome {
  if (refused !== null) return refused.reason;
  return { handle: table?.handle ?? '', rows: table?.rowCount ?? 0, hidden: table?.rowsNotPermitted ?? 0 };
}

const NEAREST = 'isAnswered reason message wouldMakeItAnswerable rowCount rowsNotPermitted nearest { query changes }';

interface Explained {
  readonly isAnswered?: boolean;
  readonly reason: string;
  readonly nearest: { readonly query: string; readonly changes: readonly string[] } | null;
}

const forecasts: readonly { audience: TokenHolder; args: string }[] = [
  { audience: publicReader, args: 'by: [AGENCY, MONTH], measures: [arrestRate, sceneMinutes, coverageByShift]' },
  { audience: publicReader, args: 'by: [CALL_TYPE, SHIFT], where: { shift: [DAY], county: ["WA/east-pd"] }' },
  { audience: researcher, args: 'period: { from: "2025-02", to: "2026-01" }, by: [MONTH], measures: [sceneMinutes]' },
  { audience: researcher, args: 'where: { agency: ["east-pd"] }, except: { weekend: [YES] }' },
  { audience: researcher, args: 'by: [COUNTY, GENDER], baseline: STANDARD_PATROL, measures: [arrestRate]' },
  { audience: publicReader, args: 'arms: [CIT], by: [SHIFT], measures: [arrestRate, consultBeforeArrivalRate]' },
  { audience: researcher, args: 'adjustFor: [CALL_TYPE, AGE_BAND], by: [SHIFT], measures: [arrestRate]' },
  {
    audience: researcher,
    args: 'armsBy: { axis: SHIFT, arms: ["DAY"], baseline: "NIGHT" }, by: [MONTH], measures: [arrestRate]',
  },
];

const refusals: readonly { audience: TokenHolder; asked: string; reason: string }[] = [
  {
    audience: researcher,
    asked:
      'compare(adjustFor: [CALL_TYPE, QUARTER]) { ... on ComparisonTable { arms { arrestRate { rate { value } } } }',
    reason: 'TOO_MANY_STRATA',
  },
  {
    audience: researcher,
    asked: 'trend(measures: [ARREST_RATE], grain: MONTH, by: [SHIFT]) { ... on TrendTable { handle }',
    reason: 'TIME_GRAIN_NOT_ALLOWED',
  },
  {
    audience: publicReader,
    asked: 'trend(measures: [ARREST_RATE], by: [SHIFT, GENDER], baseline: { from: "2025", to: "2025" }) { __typename',
    reason: 'ORDER_NOT_ALLOWED',
  },
  {
    audience: publicReader,
    asked:
      'peers(measure: ARREST_RATE, where: { shift: [DAY] }, period: { from: "2025-02", to: "2026-01" }) { __typename',
    reason: 'PERIOD_NOT_RELEASED',
  },
  {
    audience: analystOf('north-pd'),
    asked: 'ownOutcomes(where: { agency: ["south-pd"] }, by: [SHIFT]) { __typename',
    reason: 'NOT_OWN_AGENCY',
  },
  {
    audience: stewardOf('north-pd'),
    asked: 'ownTableToShare(period: { from: "2026", to: "2026" }, by: [SHIFT]) { __typename',
    reason: 'PERIOD_NOT_RELEASED',
  },
  {
    audience: stewardOf('north-pd'),
    asked: 'ownTableToShare(where: { agency: ["south-pd"] }, period: { from: "2025", to: "2025" }) { __typename',
    reason: 'NOT_OWN_AGENCY',
  },
  {
    audience: researcher,
    asked: 'comparability(measure: arrestRate, state: [WA], period: { from: "2025", to: "2027" }) { __typename',
    reason: 'PERIOD_NOT_RELEASED',
  },
];

/** The answer of the one field a query asks. */
async function answerTo(query: string, token: string): Promise<Readonly<Record<string, unknown>>> {
  const { data, errors } = await ask(worlds[0].address, query, { token });
  expect(errors).toBeUndefined();
  const [answer] = Object.values(data ?? {});
  return answer as Readonly<Record<string, unknown>>;
}

/** Whether an answer is a table of which something may be seen. */
function expectAnswered(answer: Readonly<Record<string, unknown>>): void {
  expect(answer).not.toHaveProperty('reason');
  const rows = (answer['rows'] ?? answer['arms']) as readonly { encounters: { status: string } }[] | undefined;
  if (rows !== undefined) expect(outcomeOf('', rows)).not.toBe('NO_ROW_PERMITTED');
}

describe('whether a question would be answered', () => {
  it.each(forecasts)(
    'is said with a question that can be pasted, and is answered: $args',
    async ({ audience, args }) => {
      const token = await worlds[0].tokenFor(audience);
      const { isAnswered, nearest } = (await answerTo(
        `{ wouldAnswer(${args}) { ${NEAREST} } }`,
        token,
      )) as unknown as Explained;
      expect(isAnswered).toBe(false);
      expect(nearest?.changes.length).toBeGreaterThan(0);
      expectAnswered(await answerTo(nearest?.query ?? '', token));
    },
  );

  it.each(refusals)('is told with every refusal, and so is the nearest question: $asked', async (refused) => {
    const token = await worlds[0].tokenFor(refused.audience);
    const query = `{ ${refused.asked} ... on Refusal { reason nearest { query changes } } } }`;
    const { reason, nearest } = (await answerTo(query, token)) as unknown as Explained;
    expect(reason).toBe(refused.reason);
    expect(nearest?.changes.length).toBeGreaterThan(0);
    expectAnswered(await answerTo(nearest?.query ?? '', token));
  });

  it('agrees with what asking it gives, and so does the nearest one', async () => {
    const [{ house }] = worlds;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(boldQuestions({ places, periods }), people, async (question, holder) => {
        const asker = newcomer(holder);
        const foreseen = await forecastOutcomes(question, asker, house);
        expect(await asking(question, asker, house)).toEqual(forecast(foreseen));
        if (foreseen.refused === null) return;

        refused += 1;
        const { nearest } = foreseen.refused;
        expect(nearest).not.toBeNull();
        if (nearest !== null) expect(await asking(nearest.question, asker, house)).toHaveProperty('handle');
      }),
      { numRuns: 60 },
    );
    expect(refused).toBeGreaterThan(10);
  });

  it('agrees with what comparing gives, crude and adjusted, and so does the nearest one', async () => {
    const [{ house }] = worlds;
    const found = { refused: 0, answered: 0 };
    await fc.assert(
      fc.asyncProperty(comparisons, people, async (asked, holder) => {
        const asker = newcomer(holder);
        const foreseen = await forecastComparison(asked, asker, house).catch(mistake);
        const got = await comparing(asked, asker, house).catch(mistake);
        expect(got).toEqual(typeof foreseen === 'string' ? foreseen : forecast(foreseen));
        if (typeof foreseen === 'string') return;

        found[foreseen.refused === null ? 'answered' : 'refused'] += 1;
        const nearest = foreseen.refused?.nearest ?? null;
        if (nearest === null) return;
        const { adjustFor = [], ...question } = nearest.question;
        expect(await comparing({ ...asked, question, adjustFor }, asker, house)).toHaveProperty('handle');
      }),
      { numRuns: 80 },
    );
    expect(found.refused).toBeGreaterThan(10);
    expect(found.answered).toBeGreaterThan(0);
  });

  it('is said without a look at an encounter, and the same whether nobody or nine are behind a hidden cell', async () => {
    for (const { house } of worlds) await forecastOutcomes(plain, researcher, house);
    const blind = worlds.map(({ house }): House => ({ ...house, store: { ...house.store, query: noLook } }));
    await expect(answerOutcomes(plain, newcomer(researcher), blind[0] ?? worlds[0].house)).rejects.toThrow('A look');

    await fc.assert(
      fc.asyncProperty(boldQuestions({ places, periods }), comparisons, people, async (question, compared, holder) => {
        const asker = newcomer(holder);
        const inBoth = async <Found>(find: (house: House) => Promise<Found>): Promise<void> => {
          const [nobody, nine] = await Promise.all(blind.map(async (house) => find(house).catch(mistake)));
          expect(nine).toEqual(nobody);
        };
        await inBoth(async (house) => forecastOutcomes(question, asker, house));
        await inBoth(async (house) => forecastComparison(compared, asker, house));
      }),
      { numRuns: 40 },
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

/** The code of an asker's mistake; anything else is a failure of ours. */
function mistake(error: unknown): string {
  if (error instanceof AskerError) return error.code;
  throw error;
}
