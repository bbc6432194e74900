import { Command } from 'commander';

import { authenticate } from '../server/access/index.js';
import { openHouse } from '../server/app.js';
import { readEnvironment, tokenFromEnvironment } from '../server/config/index.js';
import { rotateSecrets } from '../server/flow/index.js';
import { secretsIn } from '../server/secrets.js';

import { run } from './run.js';

const command = new Command('rotate-secrets')
  .description(
    'Publish the yearly revision under new secrets. Run it on the machine of the house, with its settings, while it is stopped.',
  )
  .requiredOption('--to <file>', 'key file with the new MASTER_REC, MASTER_PERT and SIGNING_KEY')
  .option('--token <token>', 'token of an operator; better in HEADWATERS_TOKEN')
  .addHelpText(
    'after',
    '\nEvery number is drawn anew, and earlier releases stop answering: once a year at most, and twice for any block.\n' +
      'Exit code 0: published; start the house with KEY_FILE naming the new file. 1: not, and nothing changed.',
  )
  .parse();

await run(async () => {
  const { to, token } = command.opts<{ to: string; token?: string }>();
  const next = await secretsIn(to);
  const { house, close } = await openHouse(readEnvironment());
  try {
    const asker = await authenticate(`Bearer ${token ?? tokenFromEnvironment() ?? ''}`, house.store.tokens);
    const { id } = await rotateSecrets({ next }, asker, house);
    process.stdout.write(
      `Published ${id} under new secrets. Start the house with them: KEY_FILE=${to}\n` +
        'Keep the old ones in escrow: without them no number of an earlier release can be shown to have been right.\n',
    );
    return 0;
  } finally {
    await close();
  }
});
