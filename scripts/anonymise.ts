import { Command } from 'commander';

import { anonymiseFile } from '../server/flow/index.js';

import { progressThrough } from './progress.js';
import { run } from './run.js';

const command = new Command('anonymise')
  .description("Turn an agency's own export into the file it may submit. Runs without a network.")
  .argument('<file>', 'the export: CSV (also .gz), Excel .xlsx, or one JSON object a line')
  .requiredOption('--mapping <yaml>', 'the mapping of this export; draft one with npm run map')
  .requiredOption('--agency <id>', 'the agency, as the region knows it')
  .requiredOption('--secret-file <path>', "the agency's secret; made on first use, keep a backup")
  .option('--out <path>', 'the file to write; <file>.anonymised.csv when absent')
  .option('--history <json>', 'the report of an earlier file, to compare completeness with')
  .addHelpText(
    'after',
    `
Writes <out>, <out>.problems.csv, <out>.report.json and <out>.report.md; only <out> may leave the agency.
Exit codes: 0 every row is in; 4 written, but some rows were rejected (see problems.csv);
            2 the mapping or the file cannot be used; 3 a direct identifier was refused; 1 anything else.`,
  )
  .parse();

interface Options {
  readonly mapping: string;
  readonly agency: string;
  readonly secretFile: string;
  readonly out?: string;
  readonly history?: string;
}

await run(
  async () => {
    const [path = ''] = command.args;
    const { mapping, agency, secretFile, history, out = besideExport(path) } = command.opts<Options>();
    const { onBytes, stop } = await progressThrough(path);
    const { report, summary, isSecretNew, paths } = await anonymiseFile({
      path,
      outPath: out,
      mappingPath: mapping,
      agencyId: agency,
      secretPath: secretFile,
      historyPath: history,
      onBytes,
    }).finally(stop);

    const lines = [
      ...(isSecretNew ? ['A new secret was made. Keep a backup: corrections need the same one.'] : []),
      ...summary,
      `written: ${paths.join(', ')}`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    return report.rows.rejected > 0 ? 4 : 0;
  },
  { codes: { MappingError: 2, SourceError: 2, SecretError: 2, IdentifierRefused: 3 } },
);

function besideExport(path: string): string {
  return `${path.replace(/(\.csv|\.xlsx|\.ndjson|\.jsonl)?(\.gz)?$/i, '')}.anonymised.csv`;
}
