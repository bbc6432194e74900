import { Command } from 'commander';

import { tokenFromEnvironment } from '../server/config/index.js';
import { askHub } from '../server/courier/index.js';

import { run } from './run.js';

const command = new Command('accept')
  .description('Accept a submission: its months may be released from now on. For its data steward, or an operator.')
  .argument('<submission>', 'id of the submission, as in its receipt')
  .option('--hub <address>', 'address of the hub', 'http://127.0.0.1:4000')
  .option('--token <token>', 'token of a steward or operator; better in HEADWATERS_TOKEN')
  .addHelpText('after', '\nExit code 0: accepted. 1: not; the message says why.')
  .parse();

const ACCEPT = 'mutation ($id: ID!) { acceptSubmission(id: $id) { id status firstMonth lastMonth } }';

interface Accepted {
  readonly acceptSubmission: {
    readonly id: string;
    readonly firstMonth: string | null;
    readonly lastMonth: string | null;
  };
}

await run(async () => {
  const { hub, token } = command.opts<{ hub: string; token?: string }>();
  const { acceptSubmission } = await askHub<Accepted>(
    { hub, token: token ?? tokenFromEnvironment() ?? '' },
    { query: ACCEPT, variables: { id: command.args[0] } },
  );
  const { id, firstMonth, lastMonth } = acceptSubmission;
  process.stdout.write(
    `Accepted ${id}: ${firstMonth ?? 'no month'} to ${lastMonth ?? 'no month'}. The operator may release it.\n`,
  );
  return 0;
});
