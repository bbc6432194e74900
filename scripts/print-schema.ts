import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { Command } from 'commander';

import { schemaText } from '../server/graphql/index.js';

const FILE = fileURLToPath(new URL('../schema/schema.graphql', import.meta.url));

const command = new Command('print-schema')
  .description(
    'Print the GraphQL schema to schema/schema.graphql. Exit code 0 when it is current, 1 when --check finds it is not.',
  )
  .option('--check', 'compare only, write nothing')
  .parse();

if (command.opts<{ check?: true }>().check === true) {
  const isCurrent = (await readFile(FILE, 'utf8')) === schemaText();
  process.stdout.write(
    isCurrent ? 'The printed schema is current.\n' : 'The printed schema is old. Run: npm run print-schema\n',
  );
  process.exitCode = isCurrent ? 0 : 1;
} else {
  await writeFile(FILE, schemaText());
  process.stdout.write('schema/schema.graphql is written.\n');
}
