import { answerComparison, answerOutcomes, houseOf } from '../../server/flow/index.js';
import type { ComparisonQuestion } from '../../server/flow/index.js';

import {
  COLD_QUESTION,
  analyst,
  manyEncounters,
  median,
  releaseEncounters,
  secondsOf,
  workbench,
} from './workbench.js';
import type { BenchSize } from './workbench.js';

/** Five arms in twelve strata: every response model against patrol, within twelve quarters. */
const COMPARISON: ComparisonQuestion = {
  question: { ...COLD_QUESTION, period: null, by: [] },
  baseline: 'STANDARD_PATROL',
  arms: ['CIT', 'CO_RESPONDER', 'MOBILE_CRISIS', 'DISPATCH_CONSULT', 'UNKNOWN'],
  adjustFor: ['QUARTER'],
};

/** The same strata as a table. */
const TABLE = { ...COLD_QUESTION, period: null, by: ['RESPONSE_MODEL', 'QUARTER'] };

/** A cold stratified comparison against the table it is computed from. */
export async function benchCompare({ rows, rounds }: BenchSize): Promise<readonly string[]> {
  const bench = await workbench();
  try {
    await releaseEncounters(bench.house, 'bench-pd', manyEncounters(rows));
    await bench.house.store.query({ text: 'vacuum analyze', values: [] });

    const [comparisons, tables]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round += 1) {
      const [one, other] = [houseOf(bench.house), houseOf(bench.house)];
      const comparison = await secondsOf(async () => answerComparison(COMPARISON, analyst, one));
      const table = await secondsOf(async () => answerOutcomes(TABLE, analyst, other));
      if (round === 0) continue; // the first warms the disk cache for both
      comparisons.push(comparison);
      tables.push(table);
    }
    return [
      `compare ${COMPARISON.arms.length} arms within 12 quarters over ${rows} encounters, cold: ${median(comparisons).toFixed(3)} s`,
      `the table it is computed from: ${median(tables).toFixed(3)} s`,
      `ratio ${(median(comparisons) / median(tables)).toFixed(2)} (aim: at most 1.3)`,
    ];
  } finally {
    await bench.close();
  }
}
