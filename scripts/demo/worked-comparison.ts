import { readFile } from 'node:fs/promises';

import Table from 'cli-table3';

import { askHub } from '../../server/courier/index.js';

const QUESTION = new URL('../../client/explorer/examples/1-compare-with-patrol.graphql', import.meta.url);

interface Value {
  readonly value: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
  readonly status?: string;
}

interface Arm {
  readonly responseModel: string;
  readonly encounters: Value;
  readonly arrestRate: { readonly rate: Value; readonly baseline: Value; readonly ratio: Value };
}

interface Answer {
  readonly compare:
    | { readonly arms: readonly Arm[]; readonly caveats: readonly string[]; readonly handle: string }
    | { readonly message: string };
}

/** The first question of the explorer, asked through the API as anybody would, and drawn as a table. */
export async function workedComparison(hub: string, token: string): Promise<string> {
  const query = await readFile(QUESTION, 'utf8');
  const { compare } = await askHub<Answer>({ hub, token }, { query, variables: {} });
  if ('message' in compare) return `${compare.message}\n`;

  const table = new Table({
    head: ['disturbance calls, 2025', 'encounters', 'arrest rate', 'patrol', 'ratio to patrol (95 % interval)'],
    style: { head: [], border: [] },
  });
  table.push(...compare.arms.map(lineOf));
  return `${table.toString()}\n${compare.caveats[0] ?? ''}\nCite it as ${compare.handle}\n`;
}

function lineOf({ responseModel, encounters, arrestRate: { rate, baseline, ratio } }: Arm): string[] {
  const interval = ratio.value === null ? '' : ` (${String(ratio.lower)} to ${String(ratio.upper)})`;
  return [responseModel, shown(encounters), shown(rate), shown(baseline), `${shown(ratio)}${interval}`];
}

function shown({ value, status }: Value): string {
  return value === null ? (status ?? 'not shown').toLowerCase() : String(value);
}
