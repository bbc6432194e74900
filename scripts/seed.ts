import { Command } from 'commander';

import { openHouse } from '../server/app.js';
import { readEnvironment } from '../server/config/index.js';

import { demoTokens } from './demo/demo-tokens.js';
import { run } from './run.js';

new Command('seed')
  .description('Load the synthetic demo region into an empty database: that of DATABASE_URL, or the embedded one.')
  .addHelpText('after', '\nExit code 0: it is there, and the tokens are printed. 1: not; the message says why.')
  .parse();

await run(async () => {
  const config = readEnvironment();
  const { house, close } = await openHouse(config);
  try {
    const tokens = await demoTokens(house, config.dataFolder);
    process.stdout.write(`${JSON.stringify(tokens, null, 2)}\n`);
    return 0;
  } finally {
    await close();
  }
});
