import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import type { Score } from './score.js';
import { weakeningOption } from './weakened/option.js';
import type { World } from './world/open-world.js';

const run = promisify(execFile);

/** What one run of the splits found. Whoever prints it is `splits.ts`. */
export interface SplitsFound {
  readonly splits: number;
  readonly mismatches: number;
  /** Values compared that were shown: an answer of nothing but suppressed cells would agree with anything. */
  readonly shown: number;
  readonly first: string | null;
}

/**
 * A17: encounters scattered over parts, counted part by part and merged: is every answer that of one central store?
 *
 * There are no nodes to scatter them over yet, so this is the one attack that looks inside: it hands the counts of the
 * parts to the addition, the protection and the estimates of the product, in a process of the build it attacks.
 *
 * @param tries how many splits.
 */
export async function mergeEquality({ seed, weakening }: World, tries: number): Promise<Score> {
  const options = weakening === null ? [] : weakeningOption(weakening).split(' ');
  const { stdout } = await run(process.execPath, [
    ...options,
    '--import',
    'tsx',
    'test/attack/splits.ts',
    String(seed),
    String(tries),
  ]);
  const { splits, mismatches, shown, first } = JSON.parse(stdout) as SplitsFound;
  return {
    id: 'A17',
    score: mismatches,
    baseline: 0,
    passes: mismatches === 0 && shown > 0,
    breaks: mismatches >= 1,
    finding: first ?? `${splits} splits, ${shown} shown counts and rates: each as of one store`,
  };
}
