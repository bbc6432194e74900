import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Opening, TokenHolder } from '../../schema/records/index.js';
import { ask } from '../support/ask.js';
import type { HttpAnswer } from '../support/ask.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import type { Leaves } from '../support/encounters.js';
import { analystOf, contribute, onboard, operator, publicReader, release, researcher } from '../support/people.js';
import { servedHouse } from '../support/served.js';
import type { ServedHouse } from '../support/served.js';

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI'] as const;
const EVERY_DAY = [...WEEKDAYS, 'SAT', 'SUN'] as const;

/** Encounters of an agency in a part of the week: how many patrol got, and how many the co-responders. */
type Calls = readonly (readonly [shift: string, weekend: string, patrol: number, together: number])[];

const BUSY: Calls = [
  ['DAY', 'NO', 200, 120],
  ['DAY', 'YES', 80, 50],
  ['EVENING', 'NO', 240, 140],
  ['EVENING', 'YES', 100, 60],
  ['NIGHT', 'NO', 120, 70],
  ['NIGHT', 'YES', 60, 35],
];
/** Co-responders by day alone; nobody but patrol comes at another time. */
const BY_DAY: Calls = BUSY.map(([shift, weekend, patrol, together]) => {
  const met = shift === 'DAY' ? together : 0;
  return [shift, weekend, patrol + together - met, met];
});
const ON_WEEKDAYS: Calls = BY_DAY.map(([shift, weekend, patrol, together]) =>
  weekend === 'NO' ? [shift, weekend, patrol, together] : [shift, weekend, patrol + together, 0],
);

const AGENCIES: readonly (readonly [id: string, calls: Calls, openings: readonly Opening[] | null])[] = [
  ['clock-pd', BUSY, [{ days: EVERY_DAY, from: '00:00', until: '00:00' }]],
  ['day-so', BY_DAY, [{ days: EVERY_DAY, from: '06:00', until: '14:00' }]],
  ['office-pd', ON_WEEKDAYS, [{ days: WEEKDAYS, from: '06:00', until: '14:00' }]],
  ['words-pd', BUSY, null],
];

let place: ServedHouse;

beforeAll(async () => {
  place = await servedHouse();
  for (const [id, calls, openings] of AGENCIES) {
    await onboard(place.house, id, `WA/${id}`);
    await place.house.store.registry.addProgram({
      id: `${id}:co-responder`,
      agencyId: id,
      name: 'Together',
      responseModel: 'CO_RESPONDER',
      startedOn: '2024-01-01',
      endedOn: null,
      hours: 'See the door',
      area: 'The town',
      openings,
    });
    await contribute(place.house, id, fileOf(id, calls));
  }
  await release(place.house, '2025-12');
});

afterAll(async () => {
  await place.close();
});

function fileOf(id: string, calls: Calls): string {
  const rows = calls.flatMap(([SHIFT, WEEKEND, patrol, together]) => {
    const of = (count: number, RESPONSE_MODEL: string, rest: Leaves): ReturnType<typeof encounters> =>
      encounters(count, `${id} ${SHIFT} ${WEEKEND} ${RESPONSE_MODEL}`, '2025-01', {
        SHIFT,
        WEEKEND,
        RESPONSE_MODEL,
        ...rest,
      });
    return [
      ...of(patrol, 'STANDARD_PATROL', { DISPOSITION: 'REFERRED', ENGAGEMENT: 'ENGAGED' }),
      ...of(together, 'CO_RESPONDER', { ENGAGEMENT: 'ENGAGED' }),
    ];
  });
  return anonymisedFile(rows);
}

interface Value {
  readonly value: number | null;
  readonly status: string;
  readonly numerator?: number;
  readonly denominator?: number;
}

interface Reach {
  readonly reason?: string;
  readonly message?: string;
  readonly nearest?: { readonly query: string } | null;
  readonly area: string;
  readonly weeklyHours: number | null;
  readonly share: Value;
  readonly parts: readonly {
    readonly shift: string;
    readonly weekend: string | null;
    readonly openness: string;
    readonly share: Value;
  }[];
  readonly withinHours: Value;
  readonly outsideHours: Value;
  readonly encountersWithinHours: Value & { readonly lower: number; readonly upper: number };
  readonly lowestToHighest: Value & { readonly lower: number; readonly upper: number };
  readonly notes: readonly string[];
}

const RATE = '{ value lower upper numerator denominator status }';

async function asked(query: string, holder: TokenHolder): Promise<HttpAnswer> {
  return ask(place.address, query, { token: await place.tokenFor(holder) });
}

async function reach(
  agency: string,
  { by = analystOf(agency), args = '' }: { by?: TokenHolder; args?: string } = {},
): Promise<Reach> {
  const query = `{ reach(program: "${agency}:co-responder", period: { from: "2025", to: "2025" } ${args}) {
    ... on Reach { area weeklyHours share ${RATE} parts { shift weekend openness share ${RATE} } withinHours ${RATE}
      outsideHours ${RATE} encountersWithinHours ${RATE} lowestToHighest { value lower upper status } notes }
    ... on Refusal { reason message nearest { query changes } } } }`;
  const { data, errors } = await asked(query, by);
  expect(errors).toBeUndefined();
  return data?.['reach'] as Reach;
}

function partsOf({ parts }: Reach): readonly string[] {
  return parts.map(({ shift, weekend, openness, share }) => `${shift} ${weekend ?? '-'} ${openness} ${share.status}`);
}

describe('a program around the clock', () => {
  it('has 168 hours, and about the same share in every shift', async () => {
    const found = await reach('clock-pd');
    expect(found.weeklyHours).toBe(168);
    expect(partsOf(found)).toEqual(['DAY - WITHIN SHOWN', 'EVENING - WITHIN SHOWN', 'NIGHT - WITHIN SHOWN']);
    expect(found.lowestToHighest.upper).toBeGreaterThan(1);
    expect(found.lowestToHighest.lower).toBeGreaterThan(0.7);
    expect(found.withinHours.value).toBeCloseTo(475 / 1275, 1);
    expect(found.outsideHours.status).toBe('NOT_APPLICABLE');
    expect(found.encountersWithinHours).toMatchObject({ value: null, status: 'NOT_APPLICABLE' });
  });
});

describe('a program by day only', () => {
  it('has 56 hours, a third of the need in them, and no share shown at any other time', async () => {
    const found = await reach('day-so');
    expect(found.weeklyHours).toBe(56);
    expect(partsOf(found)).toEqual([
      'DAY - WITHIN SHOWN',
      'EVENING - OUTSIDE SUPPRESSED',
      'NIGHT - OUTSIDE SUPPRESSED',
    ]);
    expect(found.encountersWithinHours.lower).toBeLessThan(450 / 1275);
    expect(found.encountersWithinHours.upper).toBeGreaterThan(450 / 1275);
    expect(found.withinHours.value).toBeCloseTo(170 / 450, 1);
    expect(found.outsideHours).toMatchObject({ value: null, status: 'SUPPRESSED' });
    expect(found.lowestToHighest).toMatchObject({ value: null, lower: null, status: 'SUPPRESSED' });
  });
});

describe('a program on weekdays only', () => {
  it('is measured on weekdays and weekends apart', async () => {
    const found = await reach('office-pd');
    expect(found.weeklyHours).toBe(40);
    expect(partsOf(found)).toEqual([
      'DAY NO WITHIN SHOWN',
      'DAY YES OUTSIDE SUPPRESSED',
      'EVENING NO OUTSIDE SUPPRESSED',
      'EVENING YES OUTSIDE SUPPRESSED',
      'NIGHT NO OUTSIDE SUPPRESSED',
      'NIGHT YES OUTSIDE SUPPRESSED',
    ]);
    expect(found.encountersWithinHours.value).toBeCloseTo(320 / 1275, 1);
  });
});

describe('a program whose hours are in words only', () => {
  it('has its shares, and nothing within or outside its hours', async () => {
    const found = await reach('words-pd');
    expect(found).toMatchObject({ weeklyHours: null, withinHours: { status: 'NOT_APPLICABLE' } });
    expect(partsOf(found)).toEqual(['DAY - null SHOWN', 'EVENING - null SHOWN', 'NIGHT - null SHOWN']);
    expect(found.notes.join()).toContain('known in words only ("See the door")');
  });
});

describe('the numbers of a reach', () => {
  it('are those of the outcomes anybody with the same sight could ask for', async () => {
    const found = await reach('day-so');
    const { data } = await asked(
      `{ outcomes(where: { agency: ["day-so"] }, by: [SHIFT], period: { from: "2025", to: "2025" }) { ... on OutcomesTable {
        rows { group { shift } coverageByModel { parts { code share ${RATE} } } } } } }`,
      analystOf('day-so'),
    );
    const { rows } = data?.['outcomes'] as {
      rows: readonly {
        group: { shift: string };
        coverageByModel: { parts: readonly { code: string; share: Value }[] };
      }[];
    };
    const asOutcomes = rows
      .filter(({ group }) => ['DAY', 'EVENING', 'NIGHT'].includes(group.shift))
      .map(({ coverageByModel }) => coverageByModel.parts.find(({ code }) => code === 'CO_RESPONDER')?.share);
    expect(found.parts.map(({ share }) => share)).toEqual(asOutcomes);
  });

  it('are in the ledger as the outcomes they are, and replay to the same', async () => {
    await reach('clock-pd');
    const { data } = await asked('{ ledger(first: 1) { edges { node { id field question area } } } }', operator);
    const { edges } = data?.['ledger'] as { edges: readonly { node: { id: string; question: string } }[] };
    expect(edges[0]?.node).toMatchObject({ field: 'OUTCOMES', area: 'clock-pd' });
    expect(edges[0]?.node.question).toContain('"program":"clock-pd:co-responder"');

    const replay = await asked(`{ replayQuestion(id: "${edges[0]?.node.id ?? ''}") { verdict } }`, operator);
    expect(replay.data).toEqual({ replayQuestion: { verdict: 'SAME' } });
  });
});

describe('the area of a reach', () => {
  it('is refused to those who may not see a single agency, and answered in the state with the others named', async () => {
    const refusal = await reach('day-so', { by: researcher });
    expect(refusal).toMatchObject({
      reason: 'AGENCY_LEVEL_NOT_ALLOWED',
      nearest: { changes: ['for WA instead of for day-so'] },
    });
    const nearest = await asked(refusal.nearest?.query ?? '', researcher);
    expect(nearest.data).toMatchObject({ reach: { area: 'WA', share: { status: 'SHOWN' } } });
    const inState = await reach('day-so', { by: researcher, args: 'area: STATE' });
    expect(inState).toMatchObject({ area: 'WA', share: { status: 'SHOWN' } });
    expect(inState.notes.join()).toContain(
      'clock-pd:co-responder, office-pd:co-responder, words-pd:co-responder deliver',
    );
  });

  it('shows nothing of an agency that did not agree', async () => {
    const found = await reach('day-so', { by: analystOf('clock-pd') });
    expect(new Set(found.parts.map(({ share }) => share.status))).toEqual(new Set(['NOT_PERMITTED']));
    expect([found.share, found.encountersWithinHours, found.lowestToHighest].map(({ status }) => status)).toEqual(
      Array(3).fill('NOT_PERMITTED'),
    );
  });

  it('is beyond the public, whom one dimension is shown at a time', async () => {
    expect(await reach('day-so', { by: publicReader, args: 'area: STATE' })).toMatchObject({
      reason: 'ORDER_NOT_ALLOWED',
    });
  });

  it('is asked of a program there is', async () => {
    const { errors } = await asked('{ reach(program: "nobody") { __typename } }', researcher);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('There is no program nobody'),
      extensions: { code: 'NOT_FOUND' },
    });
  });
});

describe('the unknown share of a measure', () => {
  it('is told of agencies the asker may see, and asks for caution', async () => {
    const { data } = await asked(
      `{ comparability(measure: arrestRate, agency: ["clock-pd", "day-so"]) { ... on Comparability {
        grade reasons { kind agencyIds } agencies { agency { id } unknownShare } } } }`,
      analystOf('clock-pd'),
    );
    const { agencies, reasons } = data?.['comparability'] as {
      agencies: readonly { agency: { id: string }; unknownShare: number | null }[];
      reasons: readonly { kind: string; agencyIds: readonly string[] }[];
    };
    expect(agencies.map(({ agency, unknownShare }) => [agency.id, unknownShare !== null])).toEqual([
      ['clock-pd', true],
      ['day-so', false],
    ]);
    expect(agencies[0]?.unknownShare).toBeCloseTo(475 / 1275, 1);
    expect(reasons).toContainEqual({ kind: 'UNKNOWN_SHARE', agencyIds: ['clock-pd'] });
  });
});
