import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { Command } from 'commander';

const SUITE = 'test/attack/suite.ts';

const command = new Command('attack')
  .description('Attack the house over its public API, and weakened builds of it, and write down what was learnt.')
  .option('--seeds <count>', 'how many regions to attack, from seed 1', '5')
  .option('--only <ids>', 'the attacks to run, such as A1,A3; all when absent', '')
  .option('--real-only', 'leave the weakened builds out')
  .addHelpText('after', '\nExit codes: 0 every attack failed on the real build; 1 one succeeded, or a tooth is lost.');

command.action(async ({ seeds, only, realOnly }: { seeds: string; only: string; realOnly?: true }) => {
  const args = [seeds, only, realOnly === true ? 'real' : 'both'];
  // In a process of its own: the product and its commands know nothing of tests.
  const suite = spawn(process.execPath, ['--import', 'tsx', SUITE, ...args], { stdio: 'inherit' });
  const [code] = (await once(suite, 'close')) as [number | null];
  process.exitCode = code ?? 1;
});
await command.parseAsync();
