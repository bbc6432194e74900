import { Agent, request } from 'node:http';

import { issueToken } from '../../server/flow/index.js';
import { httpServer } from '../../server/http/index.js';

import { analyst, manyEncounters, median, operator, releaseEncounters, secondsOf, workbench } from './workbench.js';
import type { BenchSize } from './workbench.js';
import { constantServer } from './constant-server.js';

const REQUESTS = 1_500;
const AT_ONCE = 16;

const QUERY = `{
  outcomes(by: [RESPONSE_MODEL, QUARTER], period: { from: "2024", to: "2025" }) {
    ... on OutcomesTable {
      rows { group { responseModel quarter } encounters { value status } arrestRate { value lower upper numerator denominator unknown status } }
      footnotes handle
    }
  }
}`;

/** A repeated question against a resolver that returns the same bytes without looking anything up. */
export async function benchHttp({ rows, rounds }: BenchSize): Promise<readonly string[]> {
  const bench = await workbench();
  try {
    await releaseEncounters(bench.house, 'bench-pd', manyEncounters(Math.min(rows, 200_000)));
    const token = await issueToken(analyst, operator, bench.house);
    const real = await httpServer(bench.house, { logLevel: 'silent' });
    const address = await real.listen({ host: '127.0.0.1', port: 0 });
    const bytes = await ask(address, token);
    const constant = await constantServer(bench.house, JSON.parse(bytes) as { data: { outcomes: object } });
    if ((await ask(constant.address, token)) !== bytes)
      throw new Error('The constant server does not return the same bytes.');

    const [answers, constants]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      answers.push(await secondsOf(async () => flood(address, token)));
      constants.push(await secondsOf(async () => flood(constant.address, token)));
    }
    await Promise.all([real.close(), constant.close()]);
    return [
      `repeated outcomes of ${bytes.length} bytes: ${Math.round(REQUESTS / median(answers))} requests/s`,
      `a resolver returning the same bytes: ${Math.round(REQUESTS / median(constants))} requests/s`,
      `ratio ${(median(answers) / median(constants)).toFixed(2)} (aim: at most 1.3)`,
    ];
  } finally {
    await bench.close();
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

async function flood(address: string, token: string): Promise<void> {
  let left = REQUESTS;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await ask(address, token);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function ask(address: string, token: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const asking = request(`${address}/graphql`, { method: 'POST', agent, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.once('end', () => resolve(body));
    });
    asking.once('error', reject);
    asking.end(JSON.stringify({ query: QUERY }));
  });
}
