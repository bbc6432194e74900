import { answerOutcomes, answerOwnOutcomes, houseOf } from '../../server/flow/index.js';

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

const COUNTED = `
select left(e.month, 4) as year, e.response_model, e.call_type, e.disposition, count(*) as n
from release_month r
join encounter e using (agency_id, submission_id, epoch, month)
where r.release_id = (select id from release order by published_at desc limit 1)
  and r.month between '2024-01' and '2025-12'
group by 1, 2, 3, 4`;

const KEYED = COUNTED.replace('as n', 'as n, mod(sum(e.rk), 281474976710656)::bigint as key_sum');

/**
 * How much of a cold protected answer is protection: what it takes longer than the agency's own exact answer to the same
 * question, and what adding record keys takes, which the exact answer does as well.
 */
export async function benchProtection({ rows, rounds }: BenchSize): Promise<readonly string[]> {
  const bench = await workbench();
  const { store } = bench.house;
  try {
    await releaseEncounters(bench.house, 'bench-pd', manyEncounters(rows));
    await store.query({ text: 'vacuum analyze', values: [] });

    const ways = {
      protected: async (): Promise<unknown> => answerOutcomes(COLD_QUESTION, analyst, houseOf(bench.house)),
      own: async (): Promise<unknown> => answerOwnOutcomes(COLD_QUESTION, analyst, houseOf(bench.house)),
      keyed: async (): Promise<unknown> => store.query({ text: KEYED, values: [] }),
      counted: async (): Promise<unknown> => store.query({ text: COUNTED, values: [] }),
    };
    const took: Record<keyof typeof ways, number[]> = { protected: [], own: [], keyed: [], counted: [] };
    for (let round = 0; round <= rounds; round += 1) {
      for (const way of ['protected', 'own', 'keyed', 'counted'] as const) {
        const seconds = await secondsOf(ways[way]);
        if (round > 0) took[way].push(seconds); // the first round warms the disk cache
      }
    }
    const [whole, own] = [median(took.protected), median(took.own)];
    const keys = Math.max(0, median(took.keyed) - median(took.counted));
    return [
      `outcomes by ${COLD_QUESTION.by.join(', ')} with arrestRate over ${rows} encounters, cold and protected: ${whole.toFixed(3)} s`,
      `the same, exact, for the agency itself: ${own.toFixed(3)} s; record keys within both: ${keys.toFixed(3)} s`,
      `protection is ${((100 * (whole - own + keys)) / whole).toFixed(0)} % of the protected answer (aim: at most 25 %)`,
    ];
  } finally {
    await bench.close();
  }
}
