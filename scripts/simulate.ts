import { writeFile } from 'node:fs/promises';

import { Command, Option } from 'commander';

import { lenses } from '../server/protect/index.js';

import { run } from './run.js';
import { coveragePage } from './simulate/coverage-table.js';
import { drawsFrom } from './simulate/draws.js';
import { measured } from './simulate/method.js';
import { simulated } from './simulate/simulated.js';

const LENSES = ['PARTNER', 'STATE', 'RESEARCHER', 'PUBLIC'] as const;

const command = new Command('simulate')
  .description(
    'Measure what estimates are worth, end to end through protection: bias, interval coverage, false alarms.',
  )
  .addOption(new Option('--lens <name>', 'lens to look through').choices(LENSES).default('RESEARCHER'))
  .option('--looks <count>', 'looks at every world', '4000')
  .option('--seed <number>', 'seed of the draws', '1')
  .option('--out <file>', 'write the page here instead of on the screen')
  .parse();

interface Options {
  readonly lens: (typeof LENSES)[number];
  readonly looks: string;
  readonly seed: string;
  readonly out?: string;
}

await run(async () => {
  const { lens, looks, seed, out } = command.opts<Options>();
  const draws = drawsFrom(Number(seed));
  const looking = { looks: Number(looks), draws, lens: lenses[lens] };
  const all = simulated.map((method) => measured(method, looking));

  const page = coveragePage(all, { command: `npm run simulate -- --lens ${lens} --looks ${looks} --seed ${seed}` });
  if (out === undefined) process.stdout.write(page);
  else await writeFile(out, page);
  return 0;
});
