import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { TokenHolder } from '../../schema/records/index.js';
import { ask } from '../support/ask.js';
import type { HttpAnswer } from '../support/ask.js';
import { servedDemo } from '../support/demo-agencies.js';
import { operator, stateOfficeOf } from '../support/people.js';
import type { ServedHouse } from '../support/served.js';

let place: ServedHouse;

beforeAll(async () => {
  place = await servedDemo(['CA']);
}, 240_000);

afterAll(async () => {
  await place.close();
});

const FORCE = 'measure: USE_OF_FORCE_RATE, period: { from: "2023", to: "2025" }';
const FIELDS = `{ __typename ... on Refusal { reason message nearestBy } ... on PeersTable {
  points { place rate { value } } caveats footnotes comparability { measure grade reasons { agencyIds kind } } } }`;

interface Peers {
  readonly __typename: string;
  readonly reason?: string;
  readonly message?: string;
  readonly points?: readonly { readonly place: string; readonly rate: { readonly value: number | null } }[];
  readonly caveats?: readonly string[];
  readonly footnotes?: readonly string[];
}

async function asked(query: string, holder: TokenHolder): Promise<HttpAnswer> {
  return ask(place.address, query, { token: await place.tokenFor(holder) });
}

async function peers(args: string): Promise<Peers> {
  const { data, errors } = await asked(`{ peers(${args}) ${FIELDS} }`, stateOfficeOf('CA'));
  expect(errors).toBeUndefined();
  return data?.['peers'] as Peers;
}

describe('a funnel of force, where Mission Hills writes down force from less-lethal weapons on only', () => {
  it('is refused: it names who counts what, and proposes no grouping, for it has none', async () => {
    const refusal = await peers(FORCE);
    expect(refusal).toMatchObject({ __typename: 'Refusal', reason: 'NOT_COMPARABLE', nearestBy: null });
    expect(refusal.message).toContain('LESS_LETHAL: mission-hills-pd');
    expect(refusal.message).not.toContain('`by`');
  });

  it('is drawn when asked for all the same, and says so in its caveats and in its footnotes', async () => {
    const funnel = await peers(`${FORCE}, evenIfNotComparable: true`);
    expect(funnel).toMatchObject({ comparability: [{ grade: 'NOT_COMPARABLE' }] });
    expect(funnel.caveats?.join()).toContain('NOT COMPARABLE');
    expect(funnel.footnotes?.at(-1)).toContain('NOT COMPARABLE');

    const rates = new Map(funnel.points?.map(({ place: name, rate }) => [name, rate.value]));
    expect(rates.get('mission-hills-pd')).toBeLessThan((rates.get('golden-bay-pd') ?? 0) / 2);
  });

  it('is drawn of agencies that count alike, and of a rate that they share, with what nobody declared', async () => {
    const others = await peers(`${FORCE}, where: { agency: ["golden-bay-pd", "almond-valley-pd"] }`);
    expect(others).toMatchObject({ __typename: 'PeersTable', comparability: [{ grade: 'UNDECLARED' }] });
    expect(await peers('measure: ARREST_RATE')).toMatchObject({ __typename: 'PeersTable' });
  });

  it('is taken away as CSV with the warning', async () => {
    const response = await fetch(`${place.address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/csv',
        authorization: `Bearer ${await place.tokenFor(stateOfficeOf('CA'))}`,
      },
      body: JSON.stringify({ query: `{ peers(${FORCE}, evenIfNotComparable: true) ${FIELDS} }` }),
    });
    const text = await response.text();
    expect(text.split('\n')[0]).toBe('place,rate.value');
    expect(text.split('\n').filter((line) => line.startsWith('mission-hills-pd,'))).toHaveLength(1);
    expect(text).toMatch(/^# .*NOT COMPARABLE/m);
  });

  it('leaves a refusal and an exception in the ledger, whose replays are no failures', async () => {
    await peers(FORCE);
    await peers(`${FORCE}, evenIfNotComparable: true`);
    const { data } = await asked('{ ledger(first: 2) { edges { node { id refusal question } } } }', operator);
    const { edges } = data?.['ledger'] as {
      edges: readonly { node: { id: string; refusal: string | null; question: string } }[];
    };
    expect(edges.map(({ node }) => node.refusal)).toEqual([null, 'NOT_COMPARABLE']);
    expect(edges[0]?.node.question).toContain('evenIfNotComparable');

    const [kept, refused] = edges.map(({ node }) => node.id);
    const replays = await asked(
      `{ kept: replayQuestion(id: "${kept}") { verdict } refused: replayQuestion(id: "${refused}") { verdict } }`,
      operator,
    );
    expect(replays.data).toEqual({ kept: { verdict: 'SAME' }, refused: { verdict: 'NOT_COMPARED' } });
  });
});
