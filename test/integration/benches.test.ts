import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
const PATIENCE_MS = 120_000;

describe('a bench', () => {
  it.each(['ingest', 'tabulate', 'compare', 'protection', 'http'])(
    '%s measures both sides and prints what it aims at',
    async (bench) => {
      const args = ['--import', 'tsx', 'scripts/bench.ts', bench, '--rows', '4000', '--rounds', '1'];
      const { stdout } = await run(process.execPath, args, { timeout: PATIENCE_MS });
      expect(stdout).toMatch(/(ratio \d+\.\d\d|\d+ %).*\(aim: at (most|least) [\d.]+/u);
    },
    PATIENCE_MS,
  );
});
