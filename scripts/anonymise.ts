import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { stat } from 'node:fs/promises';

import { anonymiseFile } from '../server/flow/index.js';

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
  );

const exitCodes: Readonly<Record<string, number>> = {
  MappingError: 2,
  SourceError: 2,
  SecretError: 2,
  IdentifierRefused: 3,
};

async function run(path: string, options: Readonly<Record<string, string>>): Promise<number> {
  const outPath = options['out'] ?? `${path.replace(/(\.csv|\.xlsx|\.ndjson|\.jsonl)?(\.gz)?$/i, '')}.anonymised.csv`;
  const bar = new SingleBar({ format: '{bar} {percentage} % | {eta} s left', noTTYOutput: false, hideCursor: true });
  if (process.stderr.isTTY) bar.start((await stat(path).catch(() => null))?.size ?? 0, 0);
  try {
    const { report, summary, isSecretNew, paths } = await anonymiseFile({
      path,
      outPath,
      mappingPath: options['mapping'] ?? '',
      agencyId: options['agency'] ?? '',
      secretPath: options['secretFile'] ?? '',
      historyPath: options['history'],
      onBytes: (bytes) => bar.increment(bytes),
    });
    bar.stop();
    if (isSecretNew) console.log(`A new secret was made. Keep a backup: corrections need the same one.`);
    for (const line of summary) console.log(line);
    console.log(`written: ${paths.join(', ')}`);
    return report.rows.rejected > 0 ? 4 : 0;
  } finally {
    bar.stop();
  }
}

command.action(async (path: string) => {
  process.exitCode = await run(path, command.opts()).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return (error instanceof Error ? exitCodes[error.name] : undefined) ?? 1;
  });
});
await command.parseAsync();
