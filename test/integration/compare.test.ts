import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { AnonymisedEncounter } from '../../schema/records/index.js';
import { answerComparison, forecastComparison, replayQuestion } from '../../server/flow/index.js';
import type { ComparisonQuestion, ComparisonTable } from '../../server/flow/index.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import { testHouse } from '../support/house.js';
import type { TestHouse } from '../support/house.js';
import { analystOf, contribute, onboard, operator, publicReader, release, researcher } from '../support/people.js';

const AGENCIES = ['north-pd', 'south-pd', 'east-pd', 'west-pd'];
const EVERYWHERE = { nodes: {} };

let place: TestHouse;

/** Co-responders arrest half as often on either kind of call, and are sent to the one that ends in arrest more often. */
function encountersOf(agency: string): readonly AnonymisedEncounter[] {
  const told = (count: number, model: string, call: string, disposition: string): readonly AnonymisedEncounter[] =>
    encounters(count, `${agency} ${model} ${call} ${disposition}`, '2025-07', {
      RESPONSE_MODEL: model,
      CALL_TYPE: call,
      DISPOSITION: disposition,
      ENGAGEMENT: 'ENGAGED',
    });
  return [
    ...told(120, 'STANDARD_PATROL', 'SUICIDE', 'ARRESTED'),
    ...told(1_080, 'STANDARD_PATROL', 'SUICIDE', 'REFERRED'),
    ...told(60, 'STANDARD_PATROL', 'DISTURBANCE', 'ARRESTED'),
    ...told(40, 'STANDARD_PATROL', 'DISTURBANCE', 'REFERRED'),
    ...told(20, 'CO_RESPONDER', 'SUICIDE', 'ARRESTED'),
    ...told(380, 'CO_RESPONDER', 'SUICIDE', 'REFERRED'),
    ...told(120, 'CO_RESPONDER', 'DISTURBANCE', 'ARRESTED'),
    ...told(280, 'CO_RESPONDER', 'DISTURBANCE', 'REFERRED'),
    ...told(1, 'CO_RESPONDER', 'PSYCHOSIS', 'ARRESTED'),
    ...told(90, 'CO_RESPONDER', 'UNKNOWN', 'REFERRED'),
  ];
}

beforeAll(async () => {
  place = await testHouse();
  const { house } = place;
  for (const id of AGENCIES) {
    await onboard(house, id, `WA/${id}`);
    await house.store.registry.addProgram({
      id: `${id}:together`,
      agencyId: id,
      name: 'Together',
      responseModel: 'CO_RESPONDER',
      startedOn: '2025-05-10',
      endedOn: null,
      hours: 'Every day',
      area: id,
    });
    await contribute(house, id, anonymisedFile([...encounters(5, `${id} early`, '2025-01'), ...encountersOf(id)]));
  }
  await release(house, '2025-12');
});

afterAll(async () => {
  await place.close();
});

const asked: ComparisonQuestion = {
  question: {
    releaseId: null,
    where: EVERYWHERE,
    except: EVERYWHERE,
    period: { from: '2025', to: '2025' },
    by: [],
    measures: ['arrestRate'],
  },
  baseline: 'STANDARD_PATROL',
  arms: ['CO_RESPONDER'],
  adjustFor: ['CALL_TYPE'],
};

async function answer(question: Partial<ComparisonQuestion> = {}, asker = researcher): Promise<ComparisonTable> {
  const found = await answerComparison({ ...asked, ...question }, asker, place.house);
  if (found.kind === 'REFUSED') throw new Error(found.message);
  return found;
}

describe('a comparison adjusted for what calls the arms are sent to', () => {
  it('finds the half that the crude numbers turn around, and says that they do', async () => {
    const { arms, caveats } = await answer();
    const comparison = arms[0]?.measures['arrestRate'];

    expect(comparison?.ratio.value).toBeGreaterThan(1);
    expect(comparison?.adjusted?.ratio.value).toBeCloseTo(0.5, 1);
    expect(comparison?.adjusted?.distinguishable).toMatchObject({ value: true, amongAll: true });
    expect(caveats.filter((caveat) => caveat.startsWith('REVERSED: arrestRate of CO_RESPONDER'))).toHaveLength(1);
    expect(caveats.some((caveat) => caveat.startsWith('CLUSTERING'))).toBe(true);
  });

  it('drops a stratum whose counts cannot all be shown, and says so', async () => {
    const { strata, strataUsed, strataDropped } = (await answer()).arms[0]?.measures['arrestRate']?.adjusted ?? {};
    expect(strata?.find(({ code }) => code === 'PSYCHOSIS')).toMatchObject({ status: 'SUPPRESSED', numerator: null });
    expect(strata?.filter(({ status }) => status === 'SHOWN').map(({ code }) => code)).toEqual([
      'SUICIDE',
      'DISTURBANCE',
    ]);
    expect([strataUsed, strataDropped]).toEqual([2, 6]);
    expect(strata?.map(({ code }) => code)).not.toContain('UNKNOWN');
  });

  it('does not change the crude numbers, and has another handle', async () => {
    const [adjusted, crude] = [await answer(), await answer({ adjustFor: [] })];
    const { adjusted: within, ...numbers } = adjusted.arms[0]?.measures['arrestRate'] ?? {};
    expect(within).not.toBeNull();
    expect({ ...numbers, adjusted: null }).toEqual(crude.arms[0]?.measures['arrestRate']);
    expect(adjusted.table.handle).not.toBe(crude.table.handle);
  });

  it('with nothing in any stratum is suppressed, never a number', async () => {
    const where = { nodes: { CALL_TYPE: ['PSYCHOSIS', 'OTHER_CALL'] } };
    const { adjusted } =
      (await answer({ question: { ...asked.question, where } })).arms[0]?.measures['arrestRate'] ?? {};
    expect(adjusted).toMatchObject({
      status: 'SUPPRESSED',
      ratio: { value: null, status: 'SUPPRESSED' },
      distinguishable: { value: null, pValue: null, status: 'SUPPRESSED' },
      heterogeneity: { q: null },
      standardisedRate: { value: null },
      coverage: null,
      strataUsed: 0,
    });
  });

  it('by quarter and call type at once counts one dimension only; more than twelve strata are refused in words', async () => {
    const found = await answerComparison({ ...asked, adjustFor: ['CALL_TYPE', 'QUARTER'] }, researcher, place.house);
    expect(found).toMatchObject({
      kind: 'REFUSED',
      reason: 'TOO_MANY_STRATA',
      remedy: expect.stringContaining('adjusted for CALL_TYPE, YEAR'),
    });
    expect('message' in found && found.message).toContain('makes 32 strata; at most 12');

    const { arms } = await answer({ adjustFor: ['QUARTER'] });
    expect(arms[0]?.measures['arrestRate']?.adjusted?.strata.map(({ code }) => code)).toContain('2025-Q3');
  });

  it('is refused to the public, who see one dimension at a time', async () => {
    const found = await answerComparison(asked, publicReader, place.house);
    expect(found).toMatchObject({ kind: 'REFUSED', reason: 'ORDER_NOT_ALLOWED' });
  });

  it('for its own arms or groups is a mistake, and so is an arm given twice', async () => {
    await expect(answer({ adjustFor: ['RESPONSE_MODEL'] })).rejects.toThrow('tells its arms or groups apart already');
    await expect(answer({ arms: [] })).rejects.toThrow('has no arm');
    await expect(
      answer({ question: { ...asked.question, where: { nodes: { RESPONSE_MODEL: ['CIT'] } } } }),
    ).rejects.toThrow('Leave `where.responseModel` out');
  });
});

describe('arms of another kind', () => {
  it('are any dimension, against any of its categories', async () => {
    const { arms, armsBy } = await answer({
      armsBy: 'CALL_TYPE',
      baseline: 'SUICIDE',
      arms: ['DISTURBANCE'],
      adjustFor: ['RESPONSE_MODEL'],
    });
    expect(armsBy).toBe('CALL_TYPE');
    expect(arms[0]).toMatchObject({ arm: 'DISTURBANCE', responseModel: null });
    expect(arms[0]?.measures['arrestRate']?.adjusted?.ratio.value).toBeCloseTo(6, 0);
  });

  it('are agencies where the asker may see single agencies, and refused where not', async () => {
    const agencies = { armsBy: 'AGENCY', baseline: 'north-pd', arms: ['south-pd'] };
    const { arms } = await answer(agencies, analystOf('north-pd'));
    expect(arms[0]?.measures['arrestRate']?.ratio.status).toBe('NOT_PERMITTED');

    await place.house.store.registry.changeAgreement({
      changedAt: new Date('2026-01-01T00:00:00Z'),
      changedBy: 'op',
      grantingAgencyId: 'south-pd',
      askingAgencyId: 'north-pd',
      isGranted: true,
    });
    const granted = await answer(agencies, analystOf('north-pd'));
    expect(granted.arms[0]?.measures['arrestRate']?.adjusted?.ratio.value).toBeCloseTo(1, 1);

    const found = await answerComparison({ ...asked, ...agencies }, researcher, place.house);
    expect(found).toMatchObject({ kind: 'REFUSED', reason: 'AGENCY_LEVEL_NOT_ALLOWED' });
  });

  it('are programs: the agency’s encounters with its model, in the whole quarters it ran', async () => {
    const { arms, caveats } = await answer(
      {
        armsBy: 'PROGRAM',
        arms: ['north-pd:together', 'south-pd:together'],
        question: { ...asked.question, period: { from: '2025-05', to: '2025-09' } },
      },
      analystOf('north-pd'),
    );
    const [own, other] = arms;
    expect(own).toMatchObject({ arm: 'north-pd:together', responseModel: 'CO_RESPONDER' });
    expect(Math.abs((own?.encounters.value ?? 0) - 891)).toBeLessThanOrEqual(20);
    const disturbances = own?.measures['arrestRate']?.adjusted?.strata.find(({ code }) => code === 'DISTURBANCE');
    expect(disturbances?.ratio.value).toBeCloseTo(0.5, 0);
    expect(other?.arm).toBe('south-pd:together');
    // Strata by model and outcome are three dimensions of one agency: one more than is shown of another's.
    expect(other?.measures['arrestRate']?.adjusted).toMatchObject({ strataUsed: 0, ratio: { value: null } });
    expect(caveats.some((caveat) => caveat.startsWith('A program is the encounters'))).toBe(true);
  });

  it('of programs within too many groups come with the nearest comparison, which is answered as forecast', async () => {
    const programs = { ...asked, armsBy: 'PROGRAM', arms: ['north-pd:together', 'south-pd:together'] };
    const deep = { ...programs, question: { ...asked.question, by: ['SHIFT', 'GENDER'] } };
    const asker = analystOf('north-pd');
    const refusal = await answerComparison(deep, asker, place.house);
    expect(refusal).toMatchObject({ kind: 'REFUSED', reason: 'ORDER_NOT_ALLOWED' });

    const near = 'nearest' in refusal ? refusal.nearest?.question : undefined;
    if (near === undefined) throw new Error('There is no nearest comparison.');
    const { adjustFor = [], ...question } = near;
    const nearest = { ...programs, question, adjustFor };
    const foreseen = await forecastComparison(nearest, asker, place.house);
    const found = await answerComparison(nearest, asker, place.house);
    expect(foreseen.refused).toBeNull();
    expect('arms' in found && found.arms).toHaveLength(foreseen.table?.rowCount ?? 0);
    expect('arms' in found && found.table.handle).toBe(foreseen.table?.handle);
  });

  it('a program that ran through no quarter of the period is a mistake, and so is one nobody has', async () => {
    const early = { ...asked.question, period: { from: '2025-Q1', to: '2025-Q2' } };
    const program = { armsBy: 'PROGRAM', arms: ['north-pd:together'] };
    await expect(answer({ ...program, question: early })).rejects.toThrow('through no whole quarter of the period');
    await expect(answer({ armsBy: 'PROGRAM', arms: ['nobody'] })).rejects.toThrow('There is no program nobody');
  });
});

describe('the ledger', () => {
  it('asks every kind of comparison again and gets the same numbers', async () => {
    const { ledger } = place.house.store;
    const entries = await ledger.after({ seq: 0, first: 1_000 });
    const comparisons = entries.filter(({ field, refusal }) => field === 'COMPARE' && refusal === null);
    expect(comparisons.length).toBeGreaterThan(5);
    expect(comparisons.some(({ question }) => question.includes('together'))).toBe(true);
    for (const { seq } of comparisons) expect(await replayQuestion({ seq }, operator, place.house)).toBe('SAME');
  });
});
