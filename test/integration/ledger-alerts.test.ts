import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { dimensions } from '../../schema/catalogue/index.js';
import type { TokenHolder } from '../../schema/records/index.js';
import {
  answerOutcomes,
  answerOwnOutcomes,
  checkLedger,
  ledgerAlerts,
  replayQuestion,
} from '../../server/flow/index.js';
import type { OutcomesQuestion, Selection } from '../../server/table/index.js';
import { ask } from '../support/ask.js';
import { analystOf, operator, publicReader, researcher, stewardOf } from '../support/people.js';
import type { ServedHouse } from '../support/served.js';
import { plainQuestion } from '../support/plain-question.js';
import { smallRegion } from '../support/small-region.js';

let place: ServedHouse;

beforeAll(async () => {
  place = await smallRegion();
});

afterAll(async () => {
  await place.close();
});

const codes = dimensions.map(({ code }) => code);
const callTypes = dimensions.find(({ code }) => code === 'CALL_TYPE')?.tree.leaves ?? [];

/** Everything asked of the region, one after another, by a token of its own. */
async function asked(by: TokenHolder, name: string, questions: readonly Partial<OutcomesQuestion>[]): Promise<string> {
  const asker = { ...by, id: name };
  for (const each of questions) await answerOutcomes({ ...plainQuestion, ...each }, asker, place.house);
  return name;
}

async function alertsAbout(name: string, seenBy: TokenHolder = operator): Promise<readonly unknown[]> {
  const alerts = await ledgerAlerts({ releaseId: null }, seenBy, place.house);
  return alerts
    .filter(({ askerId }) => askerId === name)
    .map(({ kind, along, observed, limit }) => [kind, along, observed, limit]);
}

const only = (selection: Partial<Selection>): Partial<OutcomesQuestion> => ({ where: { nodes: {}, ...selection } });

describe('a walk from sibling to sibling', () => {
  it('is told where the grouping would have given all of them at once', async () => {
    const steps = callTypes.slice(0, 6).map((node) => only({ nodes: { CALL_TYPE: [node] } }));
    const walker = await asked(researcher, 'walker', steps);
    expect(await alertsAbout(walker)).toEqual([['SIBLING_WALK', 'CALL_TYPE', 6, 5]]);
  });

  it('is told of subsets and of complements too, whatever else is measured', async () => {
    const pairs = callTypes.slice(0, 6).map((node, index) => [node, callTypes[index + 1] ?? '']);
    const steps = pairs.map((nodes, index) => ({
      except: { nodes: { CALL_TYPE: nodes } },
      measures: index % 2 === 0 ? ['ARREST_RATE'] : [],
    }));
    expect(await alertsAbout(await asked(researcher, 'subsets', steps))).toEqual([['SIBLING_WALK', 'CALL_TYPE', 6, 5]]);
  });

  it('is told from agency to agency, refused or not', async () => {
    const agencies = ['north-pd', 'south-pd', 'east-pd', 'west-pd'];
    const sets = [...agencies.map((agency) => [agency]), ['north-pd', 'south-pd'], ['east-pd', 'west-pd']];
    const places = await asked(
      analystOf('south-pd'),
      'places',
      sets.map((agenciesOf) => only({ agencies: agenciesOf })),
    );
    expect(await alertsAbout(places)).toEqual([['SIBLING_WALK', 'PLACE', 6, 5]]);
  });

  it('is not seen in as many ordinary questions, nor in one asked again and again', async () => {
    const ordinary = codes.slice(0, 6).map((axis) => ({ by: [axis] }));
    const compared = callTypes.slice(0, 2).map((node) => only({ nodes: { CALL_TYPE: [node] } }));
    const again = Array.from({ length: 12 }, () => only({ nodes: { CALL_TYPE: callTypes.slice(0, 1) } }));
    expect(await alertsAbout(await asked(researcher, 'ordinary', [...ordinary, ...compared, ...again]))).toEqual([]);
  });
});

describe('questions refused in a row', () => {
  it('are told from the sixth within a minute on', async () => {
    const refused = codes.slice(0, 6).map((code, index) => ({ by: [code, codes[index + 7] ?? ''] }));
    const five = await asked(publicReader, 'five', refused.slice(0, 5));
    expect(await alertsAbout(five)).toEqual([]);

    const six = await asked(publicReader, 'six', refused);
    expect(await alertsAbout(six)).toEqual([['REFUSED_OFTEN', null, 6, 5]]);
  });
});

describe('coverage', () => {
  it('is the share of all tables an audience is offered, and told above three tenths', async () => {
    const byQuarter = codes.map((code) => ({ by: [code, 'QUARTER'] }));
    // One place, Washington; five periods, a year and its quarters; 38 sets of dimensions: none, 27 alone, 10 pairs.
    const some = await asked(publicReader, 'some', byQuarter.slice(0, 14));
    expect(await alertsAbout(some)).toEqual([]);

    const most = await asked(publicReader, 'most', byQuarter.slice(0, 15));
    expect(await alertsAbout(most)).toEqual([['COVERAGE', null, (15 * 4) / (38 * 5), 0.3]]);
  });
});

describe('alerts', () => {
  it('are seen by an operator, and by the people of an agency where one of the questions is about it', async () => {
    const counties = ['WA/North', 'WA/South', 'WA/East'];
    const sets = [...counties.map((county) => [county]), ['WA/North', 'WA/South'], ['WA/North', 'WA/East']];
    const elsewhere = [...sets, ['WA/South', 'WA/East']].map((within) => only({ counties: within }));
    const north = callTypes.slice(0, 6).map((node) => only({ agencies: ['north-pd'], nodes: { CALL_TYPE: [node] } }));
    const walker = await asked(analystOf('north-pd'), 'at-home', north);

    expect(await alertsAbout(walker, stewardOf('north-pd'))).toHaveLength(1);
    expect(await alertsAbout(walker, stewardOf('south-pd'))).toEqual([]);
    await asked(researcher, 'elsewhere', elsewhere);
    expect(await alertsAbout('elsewhere', stewardOf('west-pd'))).toHaveLength(1);
    await expect(alertsAbout(walker, researcher)).rejects.toThrow('Your audience sees no ledger');
  });

  it('leave out what people ask of their own rows, and say who, what, how much and when', async () => {
    const steward = { ...stewardOf('north-pd'), id: 'own-rows' };
    for (const node of callTypes.slice(0, 7))
      await answerOwnOutcomes({ ...plainQuestion, where: { nodes: { CALL_TYPE: [node] } } }, steward, place.house);
    expect(await alertsAbout('own-rows')).toEqual([]);

    const query = '{ ledgerAlerts { kind askerId audience agency { id } releaseId along observed limit since until } }';
    const { data, errors } = await ask(place.address, query, { token: await place.tokenFor(operator) });
    expect(errors).toBeUndefined();
    expect(data?.['ledgerAlerts']).toContainEqual({
      kind: 'SIBLING_WALK',
      askerId: 'walker',
      audience: 'RESEARCHER',
      agency: null,
      releaseId: '2025-12.1',
      along: 'CALL_TYPE',
      observed: 6,
      limit: 5,
      since: expect.any(String),
      until: expect.any(String),
    });
  });

  it('change nothing of the ledger: it holds, and its questions have the same answers', async () => {
    const before = await checkLedger(operator, place.house);
    await ledgerAlerts({ releaseId: null }, operator, place.house);
    expect(await checkLedger(operator, place.house)).toEqual(before);
    for (let seq = 1; seq <= 20; seq += 1) expect(await replayQuestion({ seq }, operator, place.house)).toBe('SAME');
  });
});
