import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { checkLedger, replayQuestion } from '../../server/flow/index.js';
import { ask } from '../support/ask.js';
import { operator, researcher } from '../support/people.js';
import type { ServedHouse } from '../support/served.js';
import { worldWith } from '../support/two-worlds.js';

const ROWS = 'rows { group { responseModel } encounters { value status } arrestRate { value status } }';

let worlds: readonly ServedHouse[];
let tokens: readonly string[];

beforeAll(async () => {
  worlds = [await worldWith({ hidden: 0 }), await worldWith({ hidden: 9 })];
  tokens = await Promise.all(worlds.map(async ({ tokenFor }) => tokenFor(researcher)));
});

afterAll(async () => {
  await Promise.all(worlds.map(async ({ close }) => close()));
});

interface Table {
  readonly rows: readonly { readonly group: { readonly responseModel: string } }[];
  readonly handle: string;
  readonly rowsLeftOut: number;
  readonly rowCount: number;
}

function queryWith(args: string): string {
  return `{ outcomes(by: [RESPONSE_MODEL], ${args}) { ... on OutcomesTable { ${ROWS} rowCount rowsLeftOut footnotes handle } } }`;
}

async function tableIn(world: number, args: string): Promise<Table> {
  const { data } = await ask(worlds[world]?.address ?? '', queryWith(args), { token: tokens[world] ?? '' });
  return data?.['outcomes'] as Table;
}

const modelsOf = ({ rows }: Table): readonly string[] => rows.map(({ group }) => group.responseModel);

const arrangements = ['ENCOUNTERS', 'arrestRate'].flatMap((by) =>
  ['ASCENDING', 'DESCENDING'].flatMap((direction) =>
    ['', ', top: 1', ', top: 2', ', top: 4'].map((top) => ({
      args: `orderBy: { by: ${by}, direction: ${direction} }${top}`,
    })),
  ),
);

describe('which rows come first', () => {
  it.each(arrangements)('is the same whether nobody or nine are behind a hidden row: $args', async ({ args }) => {
    const [nobody, nine] = await Promise.all([tableIn(0, args), tableIn(1, args)]);
    expect(nine).toEqual(nobody);
  });

  it('is told by displayed values, with hidden rows last', async () => {
    const most = await tableIn(1, 'orderBy: { by: ENCOUNTERS }');
    const least = await tableIn(1, 'orderBy: { by: ENCOUNTERS, direction: ASCENDING }');
    const hidden = ['CIT', 'MOBILE_CRISIS', 'DISPATCH_CONSULT', 'UNKNOWN', 'NOT_COLLECTED'];

    expect(modelsOf(most).slice(0, 2)).toEqual(['STANDARD_PATROL', 'CO_RESPONDER']);
    expect(modelsOf(least).slice(0, 2)).toEqual(['CO_RESPONDER', 'STANDARD_PATROL']);
    expect(modelsOf(most).slice(2)).toEqual(hidden);
    expect(modelsOf(least).slice(2)).toEqual(hidden);
    expect(await tableIn(1, 'orderBy: { by: ENCOUNTERS }, top: 1')).toMatchObject({ rowCount: 7, rowsLeftOut: 6 });
  });

  it('changes nothing of the handle, the quota or the replay, nor of what is remembered', async () => {
    const plain = await tableIn(1, 'release: null');
    const turned = await tableIn(1, 'orderBy: { by: AXES }, top: 3');
    expect(turned.handle).toBe(plain.handle);
    expect(modelsOf(turned)).toEqual(modelsOf(plain).toReversed().slice(0, 3));
    expect(await tableIn(1, 'release: null')).toEqual(plain);

    const { data } = await ask(worlds[1]?.address ?? '', '{ viewer { quotas { asked } } }', { token: tokens[1] ?? '' });
    expect(data).toEqual({ viewer: { quotas: [{ asked: 1 }] } });
    const { house } = worlds[1] ?? { house: null };
    if (house === null) throw new Error('There is no second world.');
    const { entries } = await checkLedger(operator, house);
    for (let seq = 1; seq <= entries; seq += 1) expect(await replayQuestion({ seq }, operator, house)).toBe('SAME');
  });

  it('is kept in a file, which says what was left out', async () => {
    const response = await fetch(`${worlds[1]?.address ?? ''}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/csv',
        authorization: `Bearer ${tokens[1] ?? ''}`,
      },
      body: JSON.stringify({ query: queryWith('orderBy: { by: arrestRate, direction: ASCENDING }, top: 2') }),
    });
    const text = await response.text();
    expect(text).toMatch(/^group\.responseModel.*\nCO_RESPONDER,.*\nSTANDARD_PATROL,.*\n# /);
    expect(text).toContain('# Only the first 2 of 7 rows are given.');
  });

  it.each([
    { args: 'orderBy: { by: useOfForceRate }', message: 'which is not selected' },
    { args: 'top: 0', message: 'At least one row is given' },
  ])('cannot be asked for with $args', async ({ args, message }) => {
    const { errors } = await ask(worlds[0]?.address ?? '', queryWith(args), { token: tokens[0] ?? '' });
    expect(errors?.map((error) => error.message).join()).toContain(message);
  });
});
