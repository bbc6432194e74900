import { Command } from 'commander';

import { askHub } from '../server/courier/index.js';

import { hubOf, withHub } from './hub.js';
import { run } from './run.js';

const command = withHub(new Command('accept'), { holder: 'a steward or operator' })
  .description(
    'Accept a submission, or withdraw it: its months may be released from now on, or never. For its data steward, or an operator.',
  )
  .argument('<submission>', 'id of the submission, as in its receipt')
  .option('--withdraw', 'withdraw it for good instead')
  .addHelpText('after', '\nExit code 0: accepted or withdrawn. 1: not; the message says why.')
  .parse();

const FIELDS = '{ id status firstMonth lastMonth replaces }';
const ACCEPT = `mutation ($id: ID!) { decided: acceptSubmission(id: $id) ${FIELDS} }`;
const WITHDRAW = `mutation ($id: ID!) { decided: withdrawSubmission(id: $id) ${FIELDS} }`;
const CLOSED = '{ region { closedPeriod { to } } }';

interface Decided {
  readonly decided: {
    readonly id: string;
    readonly status: string;
    readonly firstMonth: string | null;
    readonly lastMonth: string | null;
    readonly replaces: readonly string[];
  };
}

interface Region {
  readonly region: { readonly closedPeriod: { readonly to: string } | null };
}

interface Options {
  readonly withdraw?: true;
}

await run(async () => {
  const { withdraw } = command.opts<Options>();
  const asker = hubOf(command);
  const query = withdraw === true ? WITHDRAW : ACCEPT;
  const { decided } = await askHub<Decided>(asker, { query, variables: { id: command.args[0] } });
  const { region } = await askHub<Region>(asker, { query: CLOSED, variables: {} });

  const { id, status, firstMonth, lastMonth } = decided;
  const span = `${firstMonth ?? 'no month'} to ${lastMonth ?? 'no month'}`;
  const notes = status === 'ACCEPTED' ? acceptedNotes(decided, region.closedPeriod?.to ?? '') : [];
  process.stdout.write(
    `${[`${status === 'ACCEPTED' ? 'Accepted' : 'Withdrawn'} ${id}: ${span}.`, ...notes].join('\n')}\n`,
  );
  return 0;
});

function acceptedNotes({ firstMonth, lastMonth, replaces }: Decided['decided'], closed: string): readonly string[] {
  const isLater = (lastMonth ?? '') > closed;
  const isEarlier = firstMonth !== null && firstMonth <= closed;
  return [
    ...(isLater ? ['The operator may release what is new in it.'] : []),
    ...(isEarlier
      ? [`Months up to ${closed} are released already: what differs in them waits for the yearly revision.`]
      : []),
    ...(replaces.length > 0
      ? [`It replaces ${replaces.join(', ')} in the months both have: a month is one submission's, whole.`]
      : []),
  ];
}
