import Table from 'cli-table3';
import { Command } from 'commander';

import { tokenFromEnvironment } from '../server/config/index.js';
import { askHub } from '../server/courier/index.js';

import { run } from './run.js';

const command = new Command('ledger')
  .description('Follow the whole ledger of questions, and ask the latest of them again. For an operator.')
  .argument('[what]', '`alerts`: only say who asked the latest release in a way that is worth a look')
  .option('--replay <count>', 'how many of the latest questions to ask again', '0')
  .option('--hub <address>', 'address of the hub', 'http://127.0.0.1:4000')
  .option('--token <token>', 'token of an operator; better in HEADWATERS_TOKEN')
  .addHelpText(
    'after',
    '\nExit code 0: the ledger holds. 1: it is broken, an answer is no longer the same, or there are alerts to look at.',
  )
  .parse();

const CHECK = '{ ledgerCheck { entries brokenAt forgottenBy head } }';
const LATEST = `query ($first: Int!, $after: String) {
  ledger(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
}`;
const ALERTS = '{ ledgerAlerts { kind askerId audience along observed limit since until } }';
const REPLAY = 'query ($id: ID!) { replayQuestion(id: $id) { verdict } }';
const PAGE = 100;

interface Checked {
  readonly ledgerCheck: {
    readonly entries: number;
    readonly brokenAt: number | null;
    readonly forgottenBy: readonly string[];
    readonly head: string;
  };
}

interface Listed {
  readonly ledger: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

interface Replayed {
  readonly replayQuestion: { readonly verdict: string };
}

interface Alert {
  readonly kind: string;
  readonly askerId: string;
  readonly audience: string;
  readonly along: string | null;
  readonly observed: number;
  readonly limit: number;
  readonly since: string;
  readonly until: string;
}

type Asker = Parameters<typeof askHub>[0];

await run(async () => {
  const { hub, token, replay } = command.opts<{ hub: string; token?: string; replay: string }>();
  if (!/^\d+$/.test(replay))
    throw new Error(`--replay ${replay} is no number of questions. It is 0 or more. Give a whole number.`);
  const asker = { hub, token: token ?? tokenFromEnvironment() ?? '' };
  const [what] = command.args;
  if (what !== undefined && what !== 'alerts')
    throw new Error(`"${what}" is nothing the ledger can say. It is \`alerts\` or nothing. Leave it out to follow it.`);
  if (what === 'alerts') return (await alerts(asker)) === 0 ? 0 : 1;

  const holds = await check(asker);
  const verdicts = await replayLatest(Number(replay), asker);
  return holds && !verdicts.has('DIFFERENT') ? 0 : 1;
});

async function check(asker: Asker): Promise<boolean> {
  const { ledgerCheck } = await askHub<Checked>(asker, { query: CHECK, variables: {} });
  const { entries, brokenAt, forgottenBy, head } = ledgerCheck;
  process.stdout.write(`${entries} questions follow one another. The last has hash ${head}.\n`);
  if (brokenAt !== null)
    process.stdout.write(
      `BROKEN: entry ${brokenAt} is missing, or is not what it was. Look for who could write there.\n`,
    );
  for (const release of forgottenBy)
    process.stdout.write(`BROKEN: release ${release} remembers a question that is no longer there.\n`);
  return brokenAt === null && forgottenBy.length === 0;
}

async function replayLatest(count: number, asker: Asker): Promise<ReadonlyMap<string, number>> {
  const verdicts = new Map<string, number>();
  for (const id of await latestIds(count, asker)) {
    const { verdict } = (await askHub<Replayed>(asker, { query: REPLAY, variables: { id } })).replayQuestion;
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    if (verdict === 'DIFFERENT') process.stdout.write(`DIFFERENT: question ${id} no longer has the same answer.\n`);
  }
  const table = new Table({ head: ['asked again', 'questions'], style: { head: [], border: [] } });
  for (const row of verdicts) table.push([...row]);
  if (verdicts.size > 0) process.stdout.write(`${table.toString()}\n`);
  return verdicts;
}

async function latestIds(count: number, asker: Asker, after: string | null = null): Promise<readonly string[]> {
  if (count === 0) return [];
  const variables = { first: Math.min(PAGE, count), after };
  const { edges, pageInfo } = (await askHub<Listed>(asker, { query: LATEST, variables })).ledger;
  const ids = edges.map(({ node }) => node.id);
  const rest = pageInfo.hasNextPage ? await latestIds(count - ids.length, asker, pageInfo.endCursor) : [];
  return [...ids, ...rest];
}

/** @returns how many there are. */
async function alerts(asker: Asker): Promise<number> {
  const { ledgerAlerts } = await askHub<{ ledgerAlerts: readonly Alert[] }>(asker, { query: ALERTS, variables: {} });
  const head = ['alert', 'along', 'token', 'audience', 'found', 'most', 'first asked', 'last asked'];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const { kind, along, askerId, audience, observed, limit, since, until } of ledgerAlerts)
    table.push([kind, along ?? '', askerId, audience, Number(observed.toPrecision(3)), limit, since, until]);
  process.stdout.write(ledgerAlerts.length === 0 ? 'No alerts.\n' : `${table.toString()}\n`);
  return ledgerAlerts.length;
}
