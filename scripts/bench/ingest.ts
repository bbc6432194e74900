import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { ENCOUNTER_COLUMNS } from '../../schema/database/index.js';
import { fileOf } from '../../seeds/index.js';
import { sendFile } from '../../server/courier/index.js';
import { issueToken } from '../../server/flow/index.js';

import { addBenchAgency, manyEncounters, median, operator, secondsOf, workbench } from './workbench.js';
import type { BenchSize, Workbench } from './workbench.js';

const PORT = 4791;

/** Rows a second of submit over HTTP against a raw COPY of the same columns, and the hub's peak memory at two sizes. */
export async function benchIngest({ rows, rounds }: BenchSize): Promise<readonly string[]> {
  const bench = await workbench();
  const few = Math.ceil(rows / 10);
  try {
    const token = await issueToken(operator, operator, bench.house);
    const [small, large] = [join(bench.folder, 'small.csv'), join(bench.folder, 'large.csv')];
    await pipeline(Readable.from(fileOf(manyEncounters(few))), createWriteStream(small));
    await pipeline(Readable.from(fileOf(manyEncounters(rows))), createWriteStream(large));

    const [submits, copies]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      submits.push((await submitted(bench, { file: large, agencyId: `bench-${round}`, token })).seconds);
      copies.push(await copied(bench, large));
    }
    const peaks = {
      small: (await submitted(bench, { file: small, agencyId: 'bench-small', token })).peakMegabytes,
      large: (await submitted(bench, { file: large, agencyId: 'bench-large', token })).peakMegabytes,
    };
    return [
      `submit of ${rows} rows: ${median(submits).toFixed(1)} s, ${Math.round(rows / median(submits))} rows/s`,
      `raw COPY of the same columns: ${median(copies).toFixed(1)} s, ${Math.round(rows / median(copies))} rows/s`,
      `ratio ${(median(copies) / median(submits)).toFixed(2)} (aim: at least 0.5)`,
      `peak memory of the hub: ${peaks.small} MB at ${few} rows, ${peaks.large} MB at ${rows} rows (aim: equal)`,
    ];
  } finally {
    await bench.close();
  }
}

/** Submit a file to a hub in a process of its own. */
async function submitted(
  { house, url }: Workbench,
  { file, agencyId, token }: { file: string; agencyId: string; token: string },
): Promise<{ readonly seconds: number; readonly peakMegabytes: number }> {
  await addBenchAgency(house, agencyId);
  const hub = await startHub(url);
  try {
    const sending = { file, agencyId, token, hub: `http://127.0.0.1:${PORT}` };
    const seconds = await secondsOf(async () => sendFile(sending, { onProgress: () => undefined }));
    return { seconds, peakMegabytes: await peakMegabytesOf(hub) };
  } finally {
    const ended = new Promise((resolve) => hub.once('exit', resolve));
    hub.kill('SIGINT');
    await ended;
  }
}

async function startHub(databaseUrl: string): Promise<ChildProcess> {
  const settings = {
    PORT: String(PORT),
    DATABASE_URL: databaseUrl,
    MASTER_REC: '01'.repeat(32),
    MASTER_PERT: '02'.repeat(32),
    SIGNING_KEY: '03'.repeat(32),
  };
  const hub = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: settings,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    hub.stdout.once('data', resolve);
    hub.once('exit', () => {
      reject(new Error('The hub did not start. Its own words are above.'));
    });
  });
  return hub;
}

async function peakMegabytesOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

/** COPY the rows, with the hub's own columns already in them, into a table like the real one. */
async function copied({ url }: Workbench, file: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'drop table if exists raw_copy; create table raw_copy (like encounter including defaults including indexes)',
  );
  let line = 0;
  const withHubColumns = async function* (): AsyncGenerator<string> {
    let rest = '';
    for await (const piece of createReadStream(file, 'utf8') as AsyncIterable<string>) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      yield lines
        .map((text) =>
          (line += 1) === 1
            ? ''
            : `bench,00000000-0000-0000-0000-000000000000,${line},281474976710000,281474976710000,${text}\n`,
        )
        .join('');
    }
  };
  const ready = join(file, '..', 'ready.csv');
  await pipeline(Readable.from(withHubColumns()), createWriteStream(ready));

  const copy = client.query(copyFrom(`copy raw_copy (${ENCOUNTER_COLUMNS.join(', ')}) from stdin with (format csv)`));
  return secondsOf(async () => pipeline(createReadStream(ready), copy)).finally(async () => client.end());
}
