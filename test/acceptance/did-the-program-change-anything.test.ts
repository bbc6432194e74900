import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { encountersOf } from '../../seeds/encounters.js';
import { region } from '../../seeds/region.js';
import type { TokenHolder } from '../../schema/records/index.js';
import { registerProgram } from '../../server/flow/index.js';
import { monthsOf, quarterOf, rangeOf } from '../../server/table/index.js';
import { ask } from '../support/ask.js';
import type { HttpAnswer } from '../support/ask.js';
import { servedDemo } from '../support/demo-agencies.js';
import { exactRate } from '../support/exact.js';
import { analystOf, operator, researcher, stateOfficeOf } from '../support/people.js';
import { counted, didOf, interval, oddsRatioOf, pooled, threeDigits, varianceOf } from '../support/published-series.js';
import type { Counted, PrintedNoise, PrintedRate } from '../support/published-series.js';
import type { ServedHouse } from '../support/served.js';

const HARBOR = 'harbor-city-pd:co-responder';
const DERIVED = '{ value lower upper status reason }';
const RATE = '{ value numerator denominator status noise { numeratorVariance denominatorVariance effectiveTrials } }';
const ANSWER = `{ __typename ... on Refusal { reason message nearest { query changes } } ... on ImpactTable {
  effects { measure difference ${DERIVED} oddsRatio ${DERIVED} parallel { slopePerYear ${DERIVED} pValue verdict }
    treatedBefore ${RATE} treatedAfter ${RATE} comparisonBefore ${RATE} comparisonAfter ${RATE} comparedWith leftOut
    points { quarter relative phase isCompared treated ${RATE} comparison ${RATE} coefficient ${DERIVED} } }
  caveats footnotes handle comparisonHandle contributors { agency { id } status } } }`;

interface Derived {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: string;
  readonly reason: string | null;
}
type Rate = PrintedRate & { readonly value: number; readonly status: string; readonly noise: PrintedNoise };
interface Effect {
  readonly measure: string;
  readonly difference: Derived;
  readonly oddsRatio: Derived;
  readonly parallel: { readonly slopePerYear: Derived; readonly pValue: number; readonly verdict: string };
  readonly treatedBefore: Rate;
  readonly treatedAfter: Rate;
  readonly comparisonBefore: Rate;
  readonly comparisonAfter: Rate;
  readonly comparedWith: readonly string[];
  readonly leftOut: readonly string[];
  readonly points: readonly {
    readonly quarter: string;
    readonly relative: number;
    readonly phase: string;
    readonly isCompared: boolean;
    readonly treated: Rate;
    readonly comparison: Rate;
    readonly coefficient: Derived;
  }[];
}
interface Impact {
  readonly effects: readonly Effect[];
  readonly caveats: readonly string[];
  readonly reason?: string;
  readonly message?: string;
  readonly nearest?: { readonly query: string; readonly changes: readonly string[] } | null;
}

let place: ServedHouse;

beforeAll(async () => {
  place = await servedDemo(['WA', 'AZ']);
}, 240_000);

afterAll(async () => {
  await place.close();
});

async function impactAsked(args: string, asker: TokenHolder): Promise<HttpAnswer & { impact: Impact }> {
  const answer = await ask(place.address, `{ impact(${args}) ${ANSWER} }`, { token: await place.tokenFor(asker) });
  return { ...answer, impact: answer.data?.['impact'] as Impact };
}

async function effectOn(measure: string, asker: TokenHolder, args = `program: "${HARBOR}"`): Promise<Effect> {
  const { impact } = await impactAsked(`${args}, measures: [${measure}]`, asker);
  const [effect] = impact.effects;
  if (effect === undefined) throw new Error('There is no effect.');
  return effect;
}

/** The exact change of a rate between the quarters of two phases, in these agencies. */
function exactChange(
  agencyIds: readonly string[],
  { points }: Effect,
  code: string,
  leaves: readonly string[],
): number {
  const encounters = agencyIds.flatMap((id) => truth.get(id) ?? []);
  const rateIn = (phase: string): number => {
    const quarters = points.filter((point) => point.isCompared && point.phase === phase).map(({ quarter }) => quarter);
    const months = new Set(quarters.flatMap((quarter) => monthsOf(rangeOf(quarter))));
    return exactRate(
      encounters.filter(({ month }) => months.has(month)),
      code,
      leaves,
    );
  };
  return rateIn('AFTER') - rateIn('BEFORE');
}

const truth = new Map(
  region
    .filter(({ id, county }) => id === 'harbor-city-pd' || county.startsWith('AZ/'))
    .map((story) => [story.id, encountersOf(story)] as const),
);
const AZ = region.filter(({ county }) => county.startsWith('AZ/')).map(({ id }) => id);
const entitled = [
  { who: 'an analyst of the agency', asker: analystOf('harbor-city-pd') },
  { who: 'an analyst of an agency it has an agreement with', asker: analystOf('cedar-falls-pd') },
  { who: 'the program office of its state', asker: stateOfficeOf('WA') },
];

describe('did Harbor City’s program of July 2024 change anything', () => {
  it.each(entitled)('arrests fell against those without one, as planted: asked by $who', async ({ asker }) => {
    const effect = await effectOn('ARREST_RATE', asker);
    const planted =
      exactChange(['harbor-city-pd'], effect, 'DISPOSITION', ['ARRESTED']) -
      exactChange(AZ, effect, 'DISPOSITION', ['ARRESTED']);

    expect(effect.comparedWith).toEqual(['AZ']);
    expect(effect.difference.value).toBeLessThan(0);
    expect(effect.difference.lower).toBeLessThanOrEqual(planted);
    expect(effect.difference.upper).toBeGreaterThanOrEqual(planted);
    expect(effect.oddsRatio.value).toBeLessThan(1);
    expect(effect.parallel.verdict).toBe('NO_SIGN_AGAINST');
  });

  it('clinicians came, beyond any doubt: the interval covers what was planted and not 0', async () => {
    const effect = await effectOn('CLINICIAN_ASSESSMENT_RATE', analystOf('harbor-city-pd'));
    const assessed = ['REMOTE', 'ON_SCENE'];
    const planted =
      exactChange(['harbor-city-pd'], effect, 'CLINICIAN', assessed) - exactChange(AZ, effect, 'CLINICIAN', assessed);

    expect(effect.difference.lower).toBeGreaterThan(0.2);
    expect(effect.difference.lower).toBeLessThanOrEqual(planted);
    expect(effect.difference.upper).toBeGreaterThanOrEqual(planted);
  });

  it('leaves the quarter it began in out, and compares whole years of the same seasons', async () => {
    const { points } = await effectOn('ARREST_RATE', analystOf('harbor-city-pd'));
    const compared = (phase: string): readonly string[] =>
      points.filter((point) => point.isCompared && point.phase === phase).map(({ quarter }) => quarter);

    expect(points.find(({ relative }) => relative === 0)).toMatchObject({
      quarter: '2024-Q3',
      phase: 'WASH_IN',
      isCompared: false,
    });
    expect(compared('BEFORE')).toEqual(['2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2']);
    expect(compared('AFTER')).toEqual(['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3']);
    expect(points).toHaveLength(12);
    expect(quarterOf('2024-07')).toBe('2024-Q3');
  });

  it('says who was left out of the comparison, and who in it began another program', async () => {
    const { impact } = await impactAsked(`program: "${HARBOR}", measures: [ARREST_RATE]`, analystOf('harbor-city-pd'));
    expect(impact.effects[0]?.leftOut).toEqual(['basalt-county-so']);
    expect(impact.caveats.join(' ')).toContain('mesa-verde-pd');
    expect(impact.caveats.join(' ')).toContain('An effect only if');
  });

  it('gives no estimate from hidden quarters, but says why: one small agency is no comparison', async () => {
    const within = `program: "${HARBOR}", comparison: STATE`;
    const { difference, points } = await effectOn('ARREST_RATE', analystOf('harbor-city-pd'), within);
    expect(difference).toMatchObject({ value: null, lower: null, upper: null, status: 'SUPPRESSED' });
    expect(difference.reason).toContain('No comparison agency or area is shown in every quarter');
    expect(points.every(({ coefficient }) => coefficient.value === null && coefficient.reason !== null)).toBe(true);
  });

  it('can be computed again from the displayed counts, to the last printed digit', async () => {
    const effect = await effectOn('ARREST_RATE', analystOf('harbor-city-pd'));
    const sides = effect.points.map((point) => ({
      ...point,
      own: counted(point.treated, point.treated.noise),
      other: counted(point.comparison, point.comparison.noise),
    }));
    const sumOf = (side: 'own' | 'other', phase: string): Counted =>
      pooled(sides.filter((point) => point.isCompared && point.phase === phase).map((point) => point[side]));
    const four = [
      sumOf('own', 'BEFORE'),
      sumOf('own', 'AFTER'),
      sumOf('other', 'BEFORE'),
      sumOf('other', 'AFTER'),
    ] as const;

    expect([effect.treatedBefore.numerator, effect.comparisonAfter.denominator]).toEqual([four[0].x, four[3].n]);
    expect(printedIn(effect.difference)).toEqual(threeDigits(didOf(four)));
    expect(printedIn(effect.oddsRatio)).toEqual(threeDigits(oddsRatioOf(four)));

    const gaps = sides.map(({ own, other }) => ({
      value: own.x / own.n - other.x / other.n,
      variance: varianceOf(own) + varianceOf(other),
    }));
    const reference = gaps.filter((_, index) => sides[index]?.isCompared === true && sides[index].phase === 'BEFORE');
    const mean = reference.reduce((sum, { value }) => sum + value, 0) / 4;
    for (const [index, point] of sides.entries()) {
      const gap = gaps[index] ?? { value: 0, variance: 0 };
      const others = reference.filter((one) => one !== gap).reduce((sum, one) => sum + one.variance, 0) / 16;
      const own = gap.variance * (reference.includes(gap) ? (3 / 4) ** 2 : 1);
      expect(printedIn(point.coefficient)).toEqual(threeDigits(interval(gap.value - mean, own + others)));
    }
  });
});

function printedIn({ value, lower, upper }: Derived): (number | null)[] {
  return [value, lower, upper];
}

describe('a program that did nothing', () => {
  const placebo = {
    responseModel: 'MOBILE_CRISIS',
    startedOn: '2024-07-01',
    endedOn: null,
    hours: 'None',
    area: 'None',
  };

  it('has no effect claimed for it', async () => {
    await registerProgram({ ...placebo, agencyId: 'saguaro-pd', name: 'On paper only' }, operator, place.house);
    const args = 'program: "saguaro-pd:mobile-crisis", comparison: STATE';
    for (const measure of ['ARREST_RATE', 'CLINICIAN_ASSESSMENT_RATE', 'INVOLUNTARY_HOLD_RATE']) {
      const { difference, comparedWith } = await effectOn(measure, stateOfficeOf('AZ'), args);
      expect(comparedWith).toEqual(expect.arrayContaining(['mesa-verde-pd', 'saguaro-county-so']));
      expect(difference.lower).toBeLessThan(0);
      expect(difference.upper).toBeGreaterThan(0);
    }
  });

  it('of a provider nobody is like is refused: no raw before and after', async () => {
    const program = { ...placebo, agencyId: 'cedar-outreach', name: 'Another', responseModel: 'DISPATCH_CONSULT' };
    await registerProgram(program, operator, place.house);
    const args = 'program: "cedar-outreach:dispatch-consult", measures: [ARREST_RATE]';
    expect((await impactAsked(args, stateOfficeOf('WA'))).impact.reason).toBe('NO_COMPARISON_GROUP');
  });
});

describe('an impact that is not given', () => {
  it('of an agency the asker may not see by itself', async () => {
    const { impact } = await impactAsked(`program: "${HARBOR}", measures: [ARREST_RATE]`, researcher);
    expect(impact.reason).toBe('AGENCY_LEVEL_NOT_ALLOWED');
    expect(impact.message).toMatch(/^The impact of a program is that of one agency, .* may\. Ask `compare`/);
  });

  it('of too few encounters at once comes with the nearest one that is given', async () => {
    const where = 'where: { shift: [DAY], weekend: [YES], veteran: [NO] }';
    const args = `program: "${HARBOR}", measures: [ARREST_RATE], comparison: REGION, ${where}`;
    const { impact } = await impactAsked(args, stateOfficeOf('WA'));
    expect(impact).toMatchObject({
      reason: 'ORDER_NOT_ALLOWED',
      nearest: { changes: ['without the filter on Veteran'] },
    });

    const token = await place.tokenFor(stateOfficeOf('WA'));
    const { data } = await ask(place.address, impact.nearest?.query ?? '', { token });
    expect(data).toMatchObject({ impact: { effects: [{ measure: 'ARREST_RATE' }] } });
  });

  it('of a program with less than a year before it', async () => {
    const { impact } = await impactAsked(
      'program: "mesa-verde-pd:dispatch-consult", measures: [ARREST_RATE]',
      stateOfficeOf('AZ'),
    );
    expect(impact.reason).toBe('TOO_FEW_QUARTERS');
    expect(impact.message).toContain('2 closed quarters before the one the program began in (2023-Q3) and 9 after it');
  });

  it('of a program nobody registered, or with a place beside it, or of no measure', async () => {
    const codeOf = async (args: string): Promise<unknown> =>
      (await impactAsked(args, analystOf('harbor-city-pd'))).errors?.[0]?.extensions.code;
    expect(await codeOf('program: "nowhere:cit", measures: [ARREST_RATE]')).toBe('NOT_FOUND');
    expect(await codeOf(`program: "${HARBOR}", measures: [ARREST_RATE], where: { state: [WA] }`)).toBe('BAD_REQUEST');
    expect(await codeOf(`program: "${HARBOR}", measures: [ARREST_RATE], where: { peerGroup: ["x"] }`)).toBe(
      'BAD_REQUEST',
    );
    expect(await codeOf(`program: "${HARBOR}", measures: []`)).toBe('BAD_REQUEST');
  });
});
