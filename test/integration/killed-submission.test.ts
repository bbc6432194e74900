import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { issueToken } from '../../server/flow/index.js';
import { anonymisedFile, encounters } from '../support/encounters.js';
import { testHouse } from '../support/house.js';
import type { TestHouse } from '../support/house.js';
import { KILLS, hubProcess, settingsOn } from '../support/hub-process.js';
import { onboard, operator, stewardOf } from '../support/people.js';

const ROWS = 4_000;

let place: TestHouse;
let client: pg.Client;
let token: string;

beforeAll(async () => {
  place = await testHouse();
  client = new pg.Client({ connectionString: place.url });
  await client.connect();
  await onboard(place.house, 'north-pd', 'WA/North');
  token = await issueToken(stewardOf('north-pd'), operator, place.house);
});

afterAll(async () => {
  await client.end();
  await place.close();
});

async function stored(): Promise<{ rows: number; submissions: number }> {
  const { rows } = await client.query<{ rows: number; submissions: number }>(
    'select (select count(*)::int from encounter) as rows, (select count(*)::int from submission) as submissions',
  );
  return rows[0] ?? { rows: -1, submissions: -1 };
}

/** Send a file in pieces with pauses between them, so that there is a middle to be killed in. */
async function send(address: string, file: string, pauseMs: number): Promise<Response> {
  const pieces = async function* (): AsyncGenerator<Buffer> {
    const bytes = Buffer.from(file);
    for (let from = 0; from < bytes.length; from += 65_536) {
      yield bytes.subarray(from, from + 65_536);
      if (pauseMs > 0) await pause(pauseMs);
    }
  };
  return fetch(`${address}/submissions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    body: Readable.toWeb(Readable.from(pieces())),
    duplex: 'half',
  });
}

describe('a hub killed in the middle of a submission', () => {
  it(
    'has all of it or nothing, and takes it whole when it is sent again',
    async () => {
      let lost = 0;
      for (let round = 0; round < KILLS; round += 1) {
        const file = anonymisedFile(encounters(ROWS, `round ${round}`, '2025-03'));
        const before = await stored();
        const whole = { rows: before.rows + ROWS, submissions: before.submissions + 1 };
        const hub = await hubProcess(settingsOn(place.url));
        const sending = send(hub.address, file, 20).catch(() => null);
        await pause(30 + 60 * (round % 6));
        await hub.kill();
        await sending;
        const isThere = (await stored()).rows !== before.rows;
        expect(await stored()).toEqual(isThere ? whole : before);
        if (!isThere) lost += 1;

        const again = await hubProcess(settingsOn(place.url));
        const receipt = await (await send(again.address, file, 0)).json();
        await again.kill();
        expect(receipt).toMatchObject({ rowsAccepted: ROWS, isRepeat: isThere });
        expect(await stored()).toEqual(whole);
      }
      expect(lost).toBeGreaterThan(1);
    },
    60_000 + KILLS * 20_000,
  );
});

describe('a file sent twice at once', () => {
  it('is written once', async () => {
    const hub = await hubProcess(settingsOn(place.url));
    const file = anonymisedFile(encounters(ROWS, 'twice', '2025-04'));
    const before = await stored();
    const receipts = await Promise.all(
      [0, 0, 0].map(async (pauseMs) => (await send(hub.address, file, pauseMs)).json()),
    );
    await hub.kill();

    expect(await stored()).toEqual({ rows: before.rows + ROWS, submissions: before.submissions + 1 });
    expect(new Set(receipts.map((receipt) => (receipt as { submissionId: string }).submissionId)).size).toBe(1);
    expect(receipts.filter((receipt) => (receipt as { isRepeat: boolean }).isRepeat)).toHaveLength(2);
  });
});

describe('a file with bad rows', () => {
  it('keeps the good ones, and tells of each bad one where and why, never what', async () => {
    const hub = await hubProcess(settingsOn(place.url));
    const lines = anonymisedFile(encounters(6, 'mixed', '2025-05')).split('\n');
    lines[2] = (lines[2] ?? '').replace('2025-05', '2025-13');
    lines[4] = (lines[4] ?? '').replace(/,UNKNOWN$/, ',Jane Doe');
    lines[5] = `${lines[5] ?? ''},more`;
    lines.push(lines[1] ?? '', '');
    const receipt = (await (await send(hub.address, lines.join('\n'), 0)).json()) as {
      rowsAccepted: number;
      rowsRejected: number;
      problems: { line: number; column: number; field: string; valueClass: string }[];
    };
    await hub.kill();

    expect(receipt).toMatchObject({ rowsAccepted: 3, rowsRejected: 4 });
    expect(receipt.problems.map(({ line, field, valueClass }) => ({ line, field, valueClass }))).toEqual([
      { line: 3, field: 'month', valueClass: 'date' },
      { line: 5, field: 'scene_minutes', valueClass: 'text of 8 characters' },
      { line: 6, field: 'row', valueClass: '31 fields' },
      { line: 9, field: 'encounter_key', valueClass: 'key seen before' },
    ]);
    expect(receipt.problems[0]?.column).toBe(35);
    expect(JSON.stringify(receipt)).not.toContain('Jane');
  });

  it('refuses a file that is none of ours, in words, and writes nothing', async () => {
    const hub = await hubProcess(settingsOn(place.url));
    const before = await stored();
    const response = await send(hub.address, 'name,date of birth\nJane Doe,1980-01-01\n', 0);
    const body = await response.text();
    await hub.kill();

    expect(response.status).toBe(400);
    expect(body).toContain('Line 1 is not the header of an anonymised file');
    expect(body).not.toContain('Jane');
    expect(await stored()).toEqual(before);
  });
});
