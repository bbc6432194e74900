import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { TokenHolder } from '../../schema/records/index.js';
import { dimensions } from '../../schema/catalogue/index.js';
import { answerOutcomes, checkLedger, houseOf, replayQuestion } from '../../server/flow/index.js';
import { lenses } from '../../server/protect/index.js';
import { openStore } from '../../server/store/index.js';
import { ask } from '../support/ask.js';
import { analystOf, operator, publicReader, release, researcher, stewardOf } from '../support/people.js';
import type { ServedHouse } from '../support/served.js';
import { plainQuestion } from '../support/plain-question.js';
import { smallRegion } from '../support/small-region.js';

let place: ServedHouse;

beforeEach(async () => {
  place = await smallRegion();
});

afterEach(async () => {
  await place.close();
});

const TABLE = '{ ... on OutcomesTable { handle } ... on Refusal { reason message } }';
const ENTRIES =
  '{ ledger { totalCount edges { node { id audience agency { id } purpose field area question cells refusal } } } }';

interface Entry {
  readonly id: string;
  readonly area: string;
  readonly [field: string]: unknown;
}

async function entriesSeenBy(holder: TokenHolder): Promise<readonly Entry[]> {
  const { data } = await ask(place.address, ENTRIES, { token: await place.tokenFor(holder) });
  const { edges } = data?.['ledger'] as { edges: readonly { node: Entry }[] };
  return edges.map(({ node }) => node);
}

describe('the ledger', () => {
  it('has every question before its answer leaves, refused ones too, and no value', async () => {
    const token = await place.tokenFor(publicReader);
    await fetch(`${place.address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'headwaters-purpose': 'A story in the paper',
      },
      body: JSON.stringify({ query: `{ outcomes(by: [RESPONSE_MODEL]) ${TABLE} }` }),
    });
    await ask(place.address, `{ outcomes(by: [AGENCY]) ${TABLE} }`, { token });
    await ask(place.address, '{ compare { __typename } }', { token });

    const entries = await entriesSeenBy(operator);
    expect(entries.toReversed()).toMatchObject([
      { id: '1', audience: 'PUBLIC', agency: null, purpose: 'A story in the paper', field: 'OUTCOMES', refusal: null },
      { id: '2', purpose: null, field: 'OUTCOMES', refusal: 'AGENCY_LEVEL_NOT_ALLOWED', cells: 0 },
      { id: '3', field: 'COMPARE', refusal: null },
    ]);
    const kept = await place.house.store.query<object>({ text: 'select * from query_ledger', values: [] });
    expect(kept).toHaveLength(entries.length);
    expect(JSON.stringify(kept)).not.toMatch(/"value"|"count"|"numerator"/);
  });

  it('shows the people of an agency what was asked about areas it is in', async () => {
    const token = await place.tokenFor(analystOf('south-pd'));
    for (const args of ['', '(where: { county: ["WA/South"] })', '(where: { agency: ["north-pd"] })'])
      await ask(place.address, `{ outcomes${args} ${TABLE} }`, { token });
    await ask(place.address, `{ ownOutcomes ${TABLE} }`, { token });

    const seen = await entriesSeenBy(stewardOf('north-pd'));
    expect(seen.map(({ area }) => area).toSorted()).toEqual(['WA', 'north-pd']);
    expect(await entriesSeenBy(operator)).toHaveLength(4);
  });

  it('holds however many ask at once, and every answer can be made again', async () => {
    const token = await place.tokenFor(researcher);
    const axes = dimensions.slice(0, 12).map(({ code }) => code);
    await Promise.all(
      [...axes, ...axes].map(async (axis) => ask(place.address, `{ outcomes(by: [${axis}]) ${TABLE} }`, { token })),
    );
    await release(place.house, '2025-12');

    expect(await checkLedger(operator, place.house)).toMatchObject({ entries: 24, brokenAt: null, forgottenBy: [] });
    for (let seq = 1; seq <= 24; seq += 1) expect(await replayQuestion({ seq }, operator, place.house)).toBe('SAME');
  });

  it('is one chain where two processes answer at once', async () => {
    const { secrets, clock } = place.house;
    const otherStore = await openStore({ url: place.url });
    const houses = [place.house, houseOf({ store: otherStore, secrets, clock })];
    const axes = dimensions.slice(0, 10).map(({ code }) => code);
    await Promise.all(
      axes.flatMap((axis) =>
        houses.map((house) => answerOutcomes({ ...plainQuestion, by: [axis] }, researcher, house)),
      ),
    );
    await otherStore.close();

    expect(await checkLedger(operator, place.house)).toMatchObject({ entries: 20, brokenAt: null });
  });

  it('can be neither changed nor shortened unseen', async () => {
    const token = await place.tokenFor(researcher);
    const run = async (text: string): Promise<unknown> => place.house.store.query({ text, values: [] });
    for (const axis of ['CALL_TYPE', 'SHIFT', 'FORCE'])
      await ask(place.address, `{ outcomes(by: [${axis}]) ${TABLE} }`, { token });
    await release(place.house, '2025-12');
    for (const change of [
      'delete from query_ledger',
      "update query_ledger set purpose = 'none'",
      'truncate query_ledger',
    ])
      await expect(run(change)).rejects.toThrow('append-only');

    await run('alter table query_ledger disable trigger all');
    await run("update query_ledger set response_sha256 = repeat('0', 64) where seq = 2");
    expect(await replayQuestion({ seq: 2 }, operator, place.house)).toBe('DIFFERENT');
    expect(await checkLedger(operator, place.house)).toMatchObject({ entries: 1, brokenAt: 2 });

    await run('delete from query_ledger where seq >= 2');
    const { brokenAt, forgottenBy } = await checkLedger(operator, place.house);
    expect({ brokenAt, forgottenBy }).toEqual({ brokenAt: null, forgottenBy: ['2025-12.2'] });
  });
});

describe('a quota', () => {
  it('refuses one different table too many, answers those asked before, and says when to come back', async () => {
    const { tablesMax } = lenses.PUBLIC;
    const months = dimensions.flatMap(({ code, tree }) => tree.leaves.map((leaf) => ({ [code]: [leaf] })));
    const tables = months.slice(0, tablesMax + 1).map((nodes) => ({ ...plainQuestion, where: { nodes } }));
    const answers = await Promise.all(tables.map(async (asked) => answerOutcomes(asked, publicReader, place.house)));
    expect(answers.filter(({ kind }) => kind === 'ANSWERED')).toHaveLength(tablesMax);
    const [refused] = answers.filter((answer) => answer.kind === 'REFUSED');
    expect(refused?.reason).toBe('QUOTA_REACHED');
    expect(refused?.message).toContain('2026-01 can be published from 2026-03-18 on');

    place.house.memory.answers.clear();
    place.house.memory.tablesAsked.clear();
    const again = await Promise.all(tables.map(async (asked) => answerOutcomes(asked, publicReader, place.house)));
    expect(again.map(({ kind }) => kind)).toEqual(answers.map(({ kind }) => kind));

    const elsewhere = { ...plainQuestion, where: { nodes: {}, counties: ['WA/North'] } };
    expect(await answerOutcomes(elsewhere, publicReader, place.house)).toMatchObject({ kind: 'ANSWERED' });
    const somebody = { ...publicReader, id: 'somebody' };
    for (const asked of tables.slice(-1))
      expect(await answerOutcomes(asked, somebody, place.house)).toMatchObject({ kind: 'ANSWERED' });
  });

  it('is told to whoever has it, with what is used', async () => {
    const token = await place.tokenFor(researcher);
    for (const axis of ['CALL_TYPE', 'SHIFT', 'SHIFT'])
      await ask(place.address, `{ outcomes(by: [${axis}]) ${TABLE} }`, { token });
    const { data } = await ask(place.address, '{ viewer { quotas { area asked allowed } lenses { tablesMax } } }', {
      token,
    });
    expect(data).toEqual({
      viewer: { quotas: [{ area: 'WA', asked: 2, allowed: 400 }], lenses: [{ tablesMax: 400 }] },
    });
  });
});
