import Table from 'cli-table3';
import { Command } from 'commander';

import { askHub } from '../server/courier/index.js';
import type { HubAccess } from '../server/courier/index.js';

import { hubOf, withHub } from './hub.js';
import { run } from './run.js';

const command = withHub(new Command('release'), { holder: 'an operator' })
  .description(
    'Draft a release of every closed month up to one, show what it changes, and publish it when told to. For an operator. A release never changes.',
  )
  .option('--through <month>', 'last month to publish, such as 2025-12')
  .option('--revision', 'the yearly revision: take in corrections, late rows and erasures of older months too')
  .option('--publish', 'publish what was drafted at once')
  .option('--draft <id>', 'publish this draft, drafted and looked at before')
  .addHelpText('after', '\nExit code 0: drafted or published. 1: not; the message says why.')
  .parse();

const DRAFT = `mutation ($month: String!, $kind: ReleaseKind!) {
  draftRelease(throughMonth: $month, kind: $kind) { id baseId changes { change waitsFor months agency { id } } }
}`;
const PUBLISH = 'mutation ($draft: ID!) { publishRelease(draft: $draft) { id fromMonth throughMonth agencyCount } }';

/** Why accepted months are not in a release. */
const WAITS_FOR = {
  REVISION: 'for the yearly revision (--revision)',
  ANOTHER_AGENCY: 'for a second agency to enter or leave with it, at a yearly revision',
} as const;

interface Drafted {
  readonly draftRelease: {
    readonly id: string;
    readonly baseId: string | null;
    readonly changes: readonly {
      readonly change: string;
      readonly waitsFor: keyof typeof WAITS_FOR | null;
      readonly months: readonly string[];
      readonly agency: { readonly id: string };
    }[];
  };
}

interface Published {
  readonly publishRelease: {
    readonly id: string;
    readonly fromMonth: string;
    readonly throughMonth: string;
    readonly agencyCount: number;
  };
}

interface Options {
  readonly through?: string;
  readonly revision?: true;
  readonly publish?: true;
  readonly draft?: string;
}

await run(async () => {
  const { through, revision, publish, draft } = command.opts<Options>();
  const asker = hubOf(command);
  if ((through === undefined) === (draft === undefined))
    throw new Error(
      'One of --through and --draft is needed. --through drafts a release, --draft publishes one. Give one.',
    );

  const drafted = through === undefined ? null : await draftThrough(through, asker, revision === true);
  const id = drafted?.id ?? draft ?? '';
  if (drafted !== null) process.stdout.write(previewOf(drafted));
  process.stdout.write(
    drafted === null || publish === true
      ? await publishDraft(id, asker)
      : `Nothing is published yet. To publish exactly this: npm run release -- --draft ${id}\n`,
  );
  return 0;
});

async function draftThrough(month: string, asker: HubAccess, isRevision: boolean): Promise<Drafted['draftRelease']> {
  const variables = { month, kind: isRevision ? 'REVISION' : 'ORDINARY' };
  return (await askHub<Drafted>(asker, { query: DRAFT, variables })).draftRelease;
}

function previewOf({ id, baseId, changes }: Drafted['draftRelease']): string {
  const table = new Table({ head: ['change', 'agency', 'months', 'why'], style: { head: [], border: [] } });
  for (const { change, waitsFor, agency, months } of changes)
    table.push([change, agency.id, spanOf(months), whyOf(change, waitsFor)]);
  const after = baseId === null ? 'the first release' : `after release ${baseId}`;
  return `Draft ${id}, ${after}:\n${changes.length === 0 ? 'Nothing changes.' : table.toString()}\n`;
}

function whyOf(change: string, waitsFor: keyof typeof WAITS_FOR | null): string {
  if (change === 'SEALED') return 'sealed: the year was revised twice already';
  return waitsFor === null ? '' : `waits ${WAITS_FOR[waitsFor]}`;
}

function spanOf(months: readonly string[]): string {
  const [first = '', last = ''] = [months.at(0), months.at(-1)];
  return months.length === 1 ? first : `${first} to ${last} (${months.length})`;
}

async function publishDraft(draft: string, asker: HubAccess): Promise<string> {
  const { publishRelease } = await askHub<Published>(asker, { query: PUBLISH, variables: { draft } });
  const { id, fromMonth, throughMonth, agencyCount } = publishRelease;
  const agencies = `${agencyCount} ${agencyCount === 1 ? 'agency' : 'agencies'}`;
  return `Published ${id}: ${fromMonth} to ${throughMonth}, ${agencies}.\n`;
}
