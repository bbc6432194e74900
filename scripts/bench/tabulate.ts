import { answerOutcomes, houseOf } from '../../server/flow/index.js';

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

/** The same aggregate as a good hand would write it: one pass, the same rows of the same release. */
const BY_HAND = `
select left(e.month, 4) as year, e.response_model, e.call_type, e.disposition,
       count(*) as n, mod(sum(e.rk), 281474976710656)::bigint as key_sum
from release_month r
join encounter e using (agency_id, submission_id, epoch, month)
where r.release_id = (select id from release order by published_at desc limit 1)
  and r.month between '2024-01' and '2025-12'
group by 1, 2, 3, 4`;

/** A cold three-dimension answer against the same aggregate written by hand. */
export async function benchTabulate({ rows, rounds }: BenchSize): Promise<readonly string[]> {
  const bench = await workbench();
  try {
    await releaseEncounters(bench.house, 'bench-pd', manyEncounters(rows));
    await bench.house.store.query({ text: 'vacuum analyze', values: [] });

    const [answers, byHand]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round += 1) {
      const cold = houseOf(bench.house);
      const answer = await secondsOf(async () => answerOutcomes(COLD_QUESTION, analyst, cold));
      const hand = await secondsOf(async () => bench.house.store.query({ text: BY_HAND, values: [] }));
      if (round === 0) continue; // the first warms the disk cache for both
      answers.push(answer);
      byHand.push(hand);
    }
    return [
      `outcomes by ${COLD_QUESTION.by.join(', ')} with arrestRate over ${rows} encounters, cold: ${median(answers).toFixed(3)} s`,
      `the same aggregate written by hand in SQL: ${median(byHand).toFixed(3)} s`,
      `ratio ${(median(answers) / median(byHand)).toFixed(2)} (aim: at most 1.5)`,
    ];
  } finally {
    await bench.close();
  }
}
