import { writeFile } from 'node:fs/promises';

import { schemaDump } from '../schema/database/index.js';

import { run } from './run.js';

await run(async () => {
  await writeFile('schema/database/schema.sql', schemaDump());
  return 0;
});
