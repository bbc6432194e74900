import { Command } from 'commander';

import { tokenFromEnvironment } from '../server/config/index.js';
import { askHub } from '../server/courier/index.js';

import { run } from './run.js';

const command = new Command('release')
  .description(
    'Publish every closed month up to one, of accepted submissions. For an operator. A release never changes.',
  )
  .requiredOption('--through <month>', 'last month to publish, such as 2025-12')
  .option('--hub <address>', 'address of the hub', 'http://127.0.0.1:4000')
  .option('--token <token>', 'token of an operator; better in HEADWATERS_TOKEN')
  .addHelpText('after', '\nExit code 0: published. 1: not; the message says why.')
  .parse();

const PUBLISH =
  'mutation ($month: String!) { publishRelease(throughMonth: $month) { id fromMonth throughMonth agencyCount } }';

interface Published {
  readonly publishRelease: {
    readonly id: string;
    readonly fromMonth: string;
    readonly throughMonth: string;
    readonly agencyCount: number;
  };
}

await run(async () => {
  const { hub, token, through } = command.opts<{ hub: string; token?: string; through: string }>();
  const { publishRelease } = await askHub<Published>(
    { hub, token: token ?? tokenFromEnvironment() ?? '' },
    { query: PUBLISH, variables: { month: through } },
  );
  const { id, fromMonth, throughMonth, agencyCount } = publishRelease;
  process.stdout.write(
    `Published ${id}: ${fromMonth} to ${throughMonth}, ${agencyCount} ${agencyCount === 1 ? 'agency' : 'agencies'}.\n`,
  );
  return 0;
});
