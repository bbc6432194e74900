import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { encountersOf, region } from '../../seeds/index.js';
import { ask } from '../support/ask.js';
import { adjustedByHand, crudeByHand } from '../support/by-hand.js';
import type { PrintedStratum } from '../support/by-hand.js';
import { anonymisedFile } from '../support/encounters.js';
import { contribute, onboard, release, researcher } from '../support/people.js';
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
