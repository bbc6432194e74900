import { Command } from 'commander';

import { migrate } from '../server/store/index.js';

const command = new Command('migrate')
  .description('Bring a PostgreSQL database up to date. Safe to run again. Exit code 0 when it is, 1 when it failed.')
  .argument('<url>', 'postgresql://user:password@host:5432/name')
  .parse();

await migrate(command.args[0] ?? '');
process.stdout.write('The database is up to date.\n');
