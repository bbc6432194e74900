import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { dimensionOf } from '../../schema/catalogue/index.js';
import type { AnonymisedEncounter } from '../../schema/records/index.js';
import { auditPublished, tableFrom } from '../../server/audit/index.js';
import { replayQuestion } from '../../server/flow/index.js';
import { ask } from '../support/ask.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import { leafOf } from '../support/exact.js';
import { analystOf, contribute, onboard, operator, release, stewardOf } from '../support/people.js';
import { servedHouse } from '../support/served.js';
import type { ServedHouse } from '../support/served.js';

const THRESHOLD = 11;
/** The agency does not tell persons apart. */
const DOUBLED = 22;
const SHOWN = `{ ... on SharedTable { rows { group { shift weekend responseModel force } encounters { value status } }
  threshold protection footnotes handle } ... on Refusal { reason message } }`;

interface Row {
  readonly group: Readonly<Record<string, string | null>>;
  readonly encounters: { readonly value: number | null; readonly status: string };
}
interface Table {
  readonly rows: readonly Row[];
  readonly footnotes: readonly string[];
  readonly protection: string;
  readonly handle: string;
  readonly reason?: string;
  readonly message?: string;
}

const COUNTS = [31, 4, 60, 26, 75, 3, 44, 90, 52, 1, 0, 38];
let place: ServedHouse;
let token: string;
let rows: readonly AnonymisedEncounter[];

beforeAll(async () => {
  place = await servedHouse();
  for (const id of ['north-pd', 'south-pd']) await onboard(place.house, id, 'WA/King');
  const cells = ['DAY', 'EVENING', 'NIGHT'].flatMap((SHIFT) =>
    ['STANDARD_PATROL', 'CIT', 'CO_RESPONDER', 'MOBILE_CRISIS'].map((RESPONSE_MODEL) => ({ SHIFT, RESPONSE_MODEL })),
  );
  rows = cells.flatMap((leaves, index) =>
    encounters(COUNTS[index] ?? 0, `n ${index}`, index % 2 === 0 ? '2025-01' : '2025-08', leaves),
  );
  await contribute(place.house, 'north-pd', anonymisedFile(rows));
  await contribute(place.house, 'south-pd', anonymisedFile(encounters(100, 's', '2025-01', { SHIFT: 'DAY' })));
  await release(place.house, '2025-12');
  token = await place.tokenFor(analystOf('north-pd'));
});

afterAll(async () => {
  await place.close();
});

async function shared(args: string, asker = token): Promise<Table> {
  const { data, errors } = await ask(place.address, `{ ownTableToShare(${args}) ${SHOWN} }`, { token: asker });
  expect(errors).toBeUndefined();
  return data?.['ownTableToShare'] as Table;
}

/** Encounters of a row, counted one by one. */
function countedIn({ group }: Row): number {
  const { responseModel = null, shift = null } = group;
  const isIn = (encounter: AnonymisedEncounter, code: string, node: string | null): boolean =>
    node === null || dimensionOf(code).tree.leavesOf(node).includes(leafOf(encounter, code));
  return rows.filter((row) => isIn(row, 'SHIFT', shift) && isIn(row, 'RESPONSE_MODEL', responseModel)).length;
}

/** What the audit of published tables finds in tables put together, by cell. */
async function learnt(...tables: readonly Table[]): Promise<readonly string[]> {
  const columns = ['group.shift', 'group.responseModel', 'count'];
  const lines = new Map(
    tables
      .flatMap((table) => table.rows)
      .map(({ group, encounters: { value } }) => {
        const names = [group['shift'] ?? '', group['responseModel'] ?? ''];
        return [names.join(), [...names, value === null ? '' : String(value)]] as const;
      }),
  );
  const file = tableFrom(
    { columns, lines: [...lines.values()].map((cells, index) => ({ line: index + 2, cells })) },
    { by: null, countColumn: 'count', trueColumn: null, totalWord: 'total', hiddenMark: '*' },
  );
  if (!('axes' in file)) throw new Error('The table cannot be read back.');
  const floors = file.shown.map(() => 1);
  const findings = await auditPublished({ ...file, floors }, { threshold: THRESHOLD, truths: [] });
  if (findings === null) throw new Error('The table contradicts itself.');
  return findings.filter(({ verdict }) => verdict !== 'HIDDEN').map(({ cell }) => String(file.categories[cell]));
}

const YEAR = 'period: { from: "2025", to: "2025" }';

describe('an exact table to hand on', () => {
  it('has the very counts, hides the small ones, and leaves nothing hidden to be worked out', async () => {
    const table = await shared(`${YEAR}, by: [SHIFT, RESPONSE_MODEL]`);
    for (const row of table.rows) {
      const count = countedIn(row);
      if (count > 0 && count < DOUBLED) expect(row.encounters).toEqual({ value: null, status: 'SUPPRESSED' });
      else expect([null, count]).toContain(row.encounters.value);
    }
    const total = table.rows.find(({ group }) => Object.values(group).every((node) => node === null));
    expect(total?.encounters.value).toBe(rows.length);
    expect(table.rows.filter(({ encounters: { value } }) => value !== null && value > 0).length).toBeGreaterThan(8);
    expect(await learnt(table)).toEqual([]);

    expect(table.protection).toBe('UNPROTECTED');
    expect(table.footnotes.join(' ')).toContain('can subtract it from regional totals');
  });

  it('keeps what earlier tables of the same encounters hid and showed, and is safe beside them', async () => {
    const both = await shared(`${YEAR}, by: [SHIFT, RESPONSE_MODEL]`);
    const again = await shared(`${YEAR}, by: [RESPONSE_MODEL, SHIFT]`, await place.tokenFor(stewardOf('north-pd')));
    const byShift = await shared(`${YEAR}, by: [SHIFT]`);
    const byModel = await shared(`${YEAR}, by: [RESPONSE_MODEL, WEEKEND]`);

    const valueIn = (table: Table, { group }: Row): object | undefined =>
      table.rows.find((row) => JSON.stringify(row.group) === JSON.stringify(group))?.encounters;
    for (const row of both.rows) expect(valueIn(again, row)).toEqual(row.encounters);
    for (const row of byShift.rows) expect(valueIn(both, row)).toEqual(row.encounters);
    for (const row of byModel.rows.filter(({ group }) => group['weekend'] === null))
      expect(valueIn(both, row)).toEqual(row.encounters);
    expect(await learnt(both, byShift)).toEqual([]);
  });

  it('is refused where it could be subtracted from one that is out, and says what to ask instead', async () => {
    await shared(`${YEAR}, by: [SHIFT]`);
    for (const args of [
      'period: { from: "2025-Q1", to: "2025-Q1" }',
      `${YEAR}, where: { shift: [NIGHT] }`,
      `${YEAR}, threshold: 5`,
    ])
      expect(await shared(`${args}, by: [RESPONSE_MODEL]`)).toMatchObject({ reason: 'MEETS_SHARED_TABLE' });
    const { message } = await shared(`${YEAR}, threshold: 5`);
    expect(message).toContain('Ask for the same period, filter and threshold, by other axes.');
  });

  it('is refused over two thousand cells, before anything is counted', async () => {
    expect(await shared(`${YEAR}, by: [RACE_ETHNICITY, CALL_TYPE, DISPOSITION]`)).toMatchObject({
      reason: 'TOO_MANY_CELLS',
      message: expect.stringContaining('at most 2000'),
    });
  });

  it('is for the people of the agency alone, whatever the others write', async () => {
    const other = await place.tokenFor(analystOf('south-pd'));
    expect(await shared(`${YEAR}, where: { agency: ["north-pd"] }`, other)).toMatchObject({ reason: 'NOT_OWN_AGENCY' });
    expect(await shared(YEAR, await place.tokenFor(operator))).toMatchObject({ reason: 'NOT_OWN_AGENCY' });
    const own = await shared(YEAR, other);
    expect(own.rows.map(({ encounters: { value } }) => value)).toEqual([100]);
  });

  it('is in the ledger without a count, and every entry replays to the same numbers', async () => {
    const entries = await place.house.store.query<{ seq: string; question: string }>({
      text: "select seq, question from query_ledger where field = 'OWN_TABLE_TO_SHARE' order by seq",
      values: [],
    });
    expect(entries.length).toBeGreaterThan(8);
    for (const { seq } of entries)
      expect(await replayQuestion({ seq: Number(seq) }, operator, place.house)).toBe('SAME');
    await expect(place.house.store.query({ text: 'delete from shared_table', values: [] })).rejects.toThrow(
      'What was shared stays shared',
    );
  });

  it('goes out as CSV with its footnotes', async () => {
    const response = await fetch(`${place.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/csv', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query: `{ ownTableToShare(${YEAR}, by: [SHIFT]) { ... on SharedTable { rows { group { shift } encounters { value } } footnotes } } }`,
      }),
    });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toMatch(/^group\.shift,encounters\.value\n/);
    expect(text).toContain('# UNPROTECTED (exact)');
  });
});
