import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { encountersOf, region } from '../../seeds/index.js';
import { ask } from '../support/ask.js';
import { adjustedByHand, crudeByHand } from '../support/by-hand.js';
import type { PrintedStratum } from '../support/by-hand.js';
import { anonymisedFile } from '../support/encounters.js';
import { FITTED_TABLES, fittedByHand } from '../support/fitted-by-hand.js';
import type { DisplayedRow } from '../support/fitted-by-hand.js';
import { contribute, onboard, operator, publicReader, release, researcher } from '../support/people.js';
import { servedHouse } from '../support/served.js';
import type { ServedHouse } from '../support/served.js';

interface Ends {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

interface Arm {
  readonly arm: string;
  readonly arrestRate: {
    readonly rate: { readonly numerator: number; readonly denominator: number };
    readonly baseline: { readonly numerator: number; readonly denominator: number };
    readonly difference: Ends;
    readonly ratio: Ends;
    readonly oddsRatio: Ends;
    readonly distinguishable: { readonly value: boolean; readonly pValue: number; readonly holmPValue: number };
    readonly power: { readonly decrease: number; readonly encountersNeeded: number };
    readonly adjusted: {
      readonly difference: Ends;
      readonly ratio: Ends;
      readonly oddsRatio: Ends;
      readonly heterogeneity: Readonly<Record<'q' | 'degreesOfFreedom' | 'iSquared', number | null>>;
      readonly standardisedRate: Ends;
      readonly standardisedBaseline: Ends;
      readonly strataUsed: number;
      readonly strataDropped: number;
      readonly strata: readonly PrintedStratum[];
    };
  };
}

const ENDS = '{ value lower upper }';
const RATE = '{ numerator denominator }';
const FIELDS = `arm arrestRate {
  rate ${RATE} baseline ${RATE} difference ${ENDS} ratio ${ENDS} oddsRatio ${ENDS}
  distinguishable { value pValue holmPValue } power { decrease encountersNeeded }
  adjusted {
    difference ${ENDS} ratio ${ENDS} oddsRatio ${ENDS} heterogeneity { q degreesOfFreedom iSquared }
    standardisedRate ${ENDS} standardisedBaseline ${ENDS} strataUsed strataDropped
    strata { code status numerator denominator baselineNumerator baselineDenominator standard ratio ${ENDS} }
  }
}`;

let place: ServedHouse;
let token: string;
let arms: readonly Arm[];

beforeAll(async () => {
  place = await servedHouse();
  for (const agency of region) {
    await onboard(place.house, agency.id, agency.county);
    const ofYear = encountersOf(agency).filter(({ month }) => month.startsWith('2025'));
    await contribute(place.house, agency.id, anonymisedFile(ofYear));
  }
  await release(place.house, '2025-12');
  token = await place.tokenFor(researcher);
  arms = await armsAsked('standard: BASELINE_ARM');
}, 240_000);

afterAll(async () => {
  await place.close();
});

async function armsAsked(args: string): Promise<readonly Arm[]> {
  const query = `{ compare(adjustFor: [CALL_TYPE], ${args}) { ... on ComparisonTable { arms { ${FIELDS} } } } }`;
  const { data } = await ask(place.address, query, { token });
  return (data?.['compare'] as { arms: readonly Arm[] }).arms;
}

function armCalled(name: string, among: readonly Arm[] = arms): Arm['arrestRate'] {
  const found = among.find(({ arm }) => arm === name);
  if (found === undefined) throw new Error(`No arm ${name}.`);
  return found.arrestRate;
}

describe('do co-responders arrest less often than patrol, where the truth is a half', () => {
  it('the crude interval misses the truth, the one adjusted for call type covers it', () => {
    const { ratio, adjusted } = armCalled('CO_RESPONDER');
    expect(ratio.upper).toBeLessThan(0.5);
    expect(adjusted.ratio.lower).toBeLessThan(0.5);
    expect(adjusted.ratio.upper).toBeGreaterThan(0.5);
    expect(adjusted.ratio.upper).toBeLessThan(1);
  });

  it('the standardised rates say the same: half as often on the calls of patrol', () => {
    const { standardisedRate, standardisedBaseline } = armCalled('CO_RESPONDER').adjusted;
    expect(standardisedRate.lower / standardisedBaseline.value).toBeLessThan(0.5);
    expect(standardisedRate.upper / standardisedBaseline.value).toBeGreaterThan(0.5);
  });

  it('reports every stratum, used or dropped', () => {
    const { strata, strataUsed, strataDropped } = armCalled('CO_RESPONDER').adjusted;
    expect(strata.map(({ code }) => code)).toEqual(['SUICIDE', 'PSYCHOSIS', 'EMOTIONAL_DISTRESS', 'WELFARE_CHECK',
      'DISTURBANCE', 'VIOLENCE_OR_WEAPON', 'SUBSTANCE_USE', 'OTHER_CALL']); // prettier-ignore
    expect(strata.filter(({ status }) => status === 'SHOWN')).toHaveLength(strataUsed);
    expect(strataUsed + strataDropped).toBe(strata.length);
    expect(strataDropped).toBeGreaterThan(0);
  });
});

describe('every derived number', () => {
  const names = ['CIT', 'CO_RESPONDER', 'MOBILE_CRISIS', 'DISPATCH_CONSULT'].map((name) => ({ name }));
  const pooled = names.filter(({ name }) => name !== 'MOBILE_CRISIS');

  it.each(names)('crude of $name is computed again from the displayed counts, by anybody', ({ name }) => {
    const { rate, baseline, difference, ratio, oddsRatio, power, distinguishable } = armCalled(name);
    const again = crudeByHand([rate.numerator, rate.denominator, baseline.numerator, baseline.denominator]);
    expect({ difference, ratio, oddsRatio, encountersNeeded: power.encountersNeeded }).toEqual(again);
    expect(distinguishable.value).toBe(ratio.upper < 1 || ratio.lower > 1);
  });

  it.each(pooled)('adjusted of $name is computed again from the displayed counts, by anybody', ({ name }) => {
    const { adjusted } = armCalled(name);
    const again = adjustedByHand(adjusted.strata);
    expect(pick(adjusted)).toEqual(pick(again));
  });

  it.each(pooled)('standardised of $name with all encounters as the standard, too', async ({ name }) => {
    const { adjusted } = armCalled(name, await armsAsked('standard: ALL_ENCOUNTERS'));
    const again = adjustedByHand(adjusted.strata, { isBaseline: false });
    expect(adjusted.standardisedRate).toEqual(again.standardisedRate);
    expect(adjusted.standardisedBaseline).toEqual(again.standardisedBaseline);
  });

  it('is not pooled where the strata shown hold too little of the arm, and those are reported all the same', () => {
    const { adjusted } = armCalled('MOBILE_CRISIS');
    expect(adjusted.strataUsed).toBeGreaterThan(0);
    expect([adjusted.ratio.value, adjusted.difference.value, adjusted.standardisedRate.value]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('Holm’s probability of the surest arm is its own times the number of arms', () => {
    const tests = arms.map(({ arrestRate }) => arrestRate.distinguishable);
    const surest = tests.reduce((one, other) => (one.pValue <= other.pValue ? one : other));
    expect(surest.holmPValue / surest.pValue).toBeCloseTo(tests.length, 1);
    expect(tests.every(({ pValue, holmPValue }) => holmPValue >= pValue)).toBe(true);
  });

  it('a comparison says what it could have seen: the larger the arm, the smaller the difference', () => {
    const [large, small] = [armCalled('CO_RESPONDER'), armCalled('DISPATCH_CONSULT')];
    expect(large.rate.denominator).toBeGreaterThan(small.rate.denominator);
    expect(Math.abs(large.power.decrease)).toBeLessThan(Math.abs(small.power.decrease));
  });
});

function pick({
  difference,
  ratio,
  oddsRatio,
  heterogeneity,
  standardisedRate,
  standardisedBaseline,
}: Omit<Arm['arrestRate']['adjusted'], 'strata' | 'strataUsed' | 'strataDropped'>) {
  const { q, degreesOfFreedom, iSquared } = heterogeneity;
  return { difference, ratio, oddsRatio, q, degreesOfFreedom, iSquared, standardisedRate, standardisedBaseline };
}

interface Fitted {
  readonly difference: Ends;
  readonly ratio: Ends;
  readonly standardisedRate: number;
  readonly standardisedBaseline: number;
  readonly overlap: number;
  readonly suppressedShare: number;
  readonly status: string;
  readonly reason: string | null;
}

interface FittedTable {
  readonly arms: readonly { readonly arm: string; readonly arrestRate: { adjusted: null; fitted: Fitted } }[];
  readonly standard: string | null;
  readonly caveats: readonly string[];
  readonly reason?: string;
  readonly message?: string;
}

describe('adjusted for call type and shift at once, which no table holds with arm and outcome', () => {
  async function fittedAsked(args: string, asker = token): Promise<FittedTable> {
    const fitted = `fitted { difference ${ENDS} ratio ${ENDS} standardisedRate standardisedBaseline overlap suppressedShare
      status reason }`;
    const query = `{ compare(${args}) { ... on Refusal { reason message } ... on ComparisonTable {
      standard caveats arms { arm arrestRate { adjusted { status } ${fitted} } } } } }`;
    const { data, errors } = await ask(place.address, query, { token: asker });
    expect(errors).toBeUndefined();
    return data?.['compare'] as FittedTable;
  }
  const BOTH = 'adjustFor: [CALL_TYPE, SHIFT]';

  it('covers the truth, which the crude ratio misses, and says what it assumes', async () => {
    const { arms: found, standard, caveats } = await fittedAsked(`${BOTH}, arms: [CO_RESPONDER]`);
    const { adjusted, fitted } = found[0]?.arrestRate ?? {};
    expect(fitted).toMatchObject({ status: 'SHOWN', reason: null });
    expect(fitted?.ratio.lower).toBeLessThan(0.5);
    expect(fitted?.ratio.upper).toBeGreaterThan(0.5);
    expect(fitted?.ratio.upper).toBeLessThan(1);
    expect([adjusted, standard]).toEqual([null, null]);
    expect(caveats.join()).toMatch(/no interaction of arm, both and the outcome.*half the threshold/);
  });

  it('is what anybody computes who fits the model to the counts `outcomes` displays', async () => {
    const tables: (readonly DisplayedRow[])[] = [];
    for (const { by, where } of FITTED_TABLES) {
      const fields = by.map((axis) =>
        axis.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      );
      const query = `{ outcomes(by: [${by.join()}], where: { ${where} }) { ... on OutcomesTable {
        policy { threshold } rows { group { ${fields.join(' ')} } encounters { value } } } } }`;
      const { data } = await ask(place.address, query, { token });
      tables.push((data?.['outcomes'] as { rows: readonly DisplayedRow[] }).rows);
    }
    const again = fittedByHand(tables, 11);
    const { arms: found } = await fittedAsked(BOTH);
    expect(found).toHaveLength(4);
    for (const { arm, arrestRate } of found) {
      const own = again.get(arm);
      if (arrestRate.fitted.status !== 'SHOWN' || !own) throw new Error(`${arm} is not fitted.`);
      const { difference, ratio, standardisedRate, standardisedBaseline, overlap } = arrestRate.fitted;
      const numbers = [ratio, difference].flatMap(({ value, lower, upper }) => [value, lower, upper]);
      const byHand = [own.ratio, own.difference].flatMap(({ value, interval }) => [
        value,
        interval.lower,
        interval.upper,
      ]);
      expect([...numbers, standardisedRate, standardisedBaseline, overlap]).toEqual(
        [...byHand, own.risk, own.baselineRisk, own.overlap].map((value) => Number(value.toPrecision(3))),
      );
    }
  });

  it('is not there where more than a tenth of the counts are suppressed, and says why', async () => {
    const { arms: found } = await fittedAsked(
      `${BOTH}, arms: [DISPATCH_CONSULT], period: { from: "2025-Q1", to: "2025-Q1" }`,
    );
    expect(found[0]?.arrestRate.fitted).toMatchObject({
      status: 'SUPPRESSED',
      ratio: { value: null, lower: null, upper: null },
      standardisedRate: null,
      reason: expect.stringContaining('suppressed'),
    });
    expect(found[0]?.arrestRate.fitted.suppressedShare).toBeGreaterThan(0.1);
  });

  it('is refused where it would be of too much, or of too many dimensions', async () => {
    expect(await fittedAsked('adjustFor: [CALL_TYPE, RACE_ETHNICITY], by: [QUARTER]')).toMatchObject({
      reason: 'TOO_MANY_STRATA',
      message: expect.stringMatching(/at once makes \d+ combinations.*at most\. Adjust for coarser/),
    });
    expect(await fittedAsked(`${BOTH}, by: [GENDER]`)).toMatchObject({ reason: 'ORDER_NOT_ALLOWED' });
    const anybody = await place.tokenFor(publicReader);
    expect(await fittedAsked(BOTH, anybody)).toMatchObject({ reason: 'ORDER_NOT_ALLOWED' });
  });

  it('is the same when the ledger asks it again', async () => {
    await fittedAsked(`${BOTH}, arms: [CO_RESPONDER]`);
    const asker = await place.tokenFor(operator);
    const { data } = await ask(place.address, '{ ledger(first: 1) { edges { node { id } } } }', { token: asker });
    const [edge] = (data?.['ledger'] as { edges: readonly { node: { id: string } }[] }).edges;
    const replay = await ask(place.address, `{ replayQuestion(id: "${edge?.node.id ?? ''}") { verdict } }`, {
      token: asker,
    });
    expect(replay.data).toEqual({ replayQuestion: { verdict: 'SAME' } });
  });
});
