import { writeFile } from 'node:fs/promises';

import { Command } from 'commander';

import { draftMapping } from '../server/flow/index.js';

import { progressThrough } from './progress.js';
import { run } from './run.js';

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
  )
  .parse();

interface Options {
  readonly agency?: string;
  readonly sheet?: string;
  readonly out?: string;
}

await run(
  async () => {
    const [path = ''] = command.args;
    const { agency, sheet, out } = command.opts<Options>();
    const { onBytes, stop } = await progressThrough(path);
    const draft = await draftMapping({ path, agencyId: agency, sheet, onBytes }).finally(stop);
    if (out === undefined) {
      process.stdout.write(`${draft}\n`);
      return 0;
    }

    await writeFile(out, draft, { flag: 'wx' });
    process.stdout.write(`written: ${out}, with ${draft.split('TODO').length - 2} TODOs to decide\n`);
    return 0;
  },
  { codes: { SourceError: 2 } },
);
