import { Argument, Command } from 'commander';

import { benchCompare } from './bench/compare.js';
import { benchHttp } from './bench/http.js';
import { benchIngest } from './bench/ingest.js';
import { benchProtection } from './bench/protection.js';
import { benchTabulate } from './bench/tabulate.js';
import { run } from './run.js';

const BENCHES = {
  ingest: benchIngest,
  tabulate: benchTabulate,
  compare: benchCompare,
  protection: benchProtection,
  http: benchHttp,
};

const command = new Command('bench')
  .description('Measure a claim of the README as a ratio, both sides in one run. Medians of several rounds.')
  .addArgument(new Argument('<what>', 'what to measure').choices(Object.keys(BENCHES)))
  .option('--rows <count>', 'encounters to measure with', '1000000')
  .option('--rounds <count>', 'rounds to take the median of', '5')
  .parse();

await run(async () => {
  const { rows, rounds } = command.opts<{ rows: string; rounds: string }>();
  const lines = await BENCHES[command.args[0] as keyof typeof BENCHES]({ rows: Number(rows), rounds: Number(rounds) });
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
});
