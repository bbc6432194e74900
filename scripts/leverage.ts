import { writeFile } from 'node:fs/promises';

import { Command } from 'commander';

import { lenses } from '../server/protect/index.js';

import { KEPT_MIN, excesses } from './leverage/limits.js';
import { costFor } from './leverage/measured.js';
import { leveragePage } from './leverage/page.js';
import { run } from './run.js';

const command = new Command('leverage')
  .description('What spans of years and peer groups cost the protection of every other cell. Fails beyond the limits.')
  .option('--out <file>', 'write the page here instead of on the screen')
  .option('--kept-min <share>', 'hold the lattice to a stricter limit', String(KEPT_MIN))
  .parse();

await run(async () => {
  const { out, keptMin } = command.opts<{ out?: string; keptMin: string }>();
  const seen = [lenses.PARTNER, lenses.STATE, lenses.RESEARCHER, lenses.PUBLIC];
  const page = leveragePage(seen);
  if (out === undefined) process.stdout.write(page);
  else await writeFile(out, page);

  const costs = seen.flatMap((lens) => costFor(lens, { hasSpans: true, hasGroups: true }));
  const found = excesses(costs, Number(keptMin));
  for (const excess of found) console.error(excess);
  return found.length === 0 ? 0 : 1;
});
