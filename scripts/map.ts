import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { stat, writeFile } from 'node:fs/promises';

import { draftMapping } from '../server/flow/index.js';

const command = new Command('map')
  .description(
    "Look at an agency's own export and draft its mapping. Values that may identify someone are not written.",
  )
  .argument('<file>', 'the export: CSV (also .gz), Excel .xlsx, or one JSON object a line')
  .option('--agency <id>', 'the agency, as the region knows it')
  .option('--sheet <name>', 'the sheet of a workbook; the first when absent')
  .option('--out <yaml>', 'the file to write; the terminal when absent')
  .addHelpText(
    'after',
    '\nExit codes: 0 drafted; 2 the file cannot be read; 1 anything else, such as an <out> that is there already.',
  );

async function run(path: string, options: Readonly<Record<string, string>>): Promise<void> {
  const bar = new SingleBar({ format: '{bar} {percentage} % | {eta} s left', noTTYOutput: false, hideCursor: true });
  if (process.stderr.isTTY) bar.start((await stat(path).catch(() => null))?.size ?? 0, 0);
  const onBytes = (bytes: number): void => bar.increment(bytes);
  const asked = { path, agencyId: options['agency'], sheet: options['sheet'], onBytes };
  const draft = await draftMapping(asked).finally(() => {
    bar.stop();
  });
  const out = options['out'];
  if (out === undefined) {
    console.log(draft);
    return;
  }

  await writeFile(out, draft, { flag: 'wx' });
  console.log(`written: ${out}, with ${draft.split('TODO').length - 2} TODOs to decide`);
}

command.action(async (path: string) => {
  await run(path, command.opts()).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = error instanceof Error && error.name === 'SourceError' ? 2 : 1;
  });
});
await command.parseAsync();
