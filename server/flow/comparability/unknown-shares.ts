import type { Asker } from '../../../schema/records/index.js';
import type { MeasureEstimate, OutcomesQuestion } from '../../table/index.js';

import { outcomesPut } from '../answers/answer-outcomes.js';
import { answered } from '../answers/answered.js';
import type { ReleaseScene } from '../answers/scene.js';
import { sightOf } from '../answers/sight.js';
import type { House } from '../house.js';

/**
 * The share of each agency's encounters whose value is not known, from the table the asker could ask for alone.
 *
 * It is asked as that table: through the asker's lens, within the quota, and noted in the ledger. Null where it is not shown.
 */
export async function unknownSharesOf(
  { question, agencyIds, scene }: { question: OutcomesQuestion; agencyIds: readonly string[]; scene: ReleaseScene },
  asker: Asker,
  house: House,
): Promise<ReadonlyMap<string, number | null>> {
  const byAgency = { ...question, where: { nodes: {}, agencies: agencyIds }, by: ['AGENCY'] };
  const sight = await sightOf({ asker, question: byAgency, scene }, house);
  const isSeen = sight.lens.finestGrain.AGENCY !== null && agencyIds.some((id) => sight.visibleAgencies.has(id));
  if (!isSeen) return new Map();

  const answer = await answered(outcomesPut('OUTCOMES', { question: byAgency, scene, sight }), asker, house);
  if (answer.kind === 'REFUSED') return new Map();
  return new Map(
    answer.rows.flatMap(({ group, measures }) =>
      Object.values(measures).map((estimate) => [group['AGENCY'] ?? '', unknownShareOf(estimate)] as const),
    ),
  );
}

function unknownShareOf(estimate: MeasureEstimate): number | null {
  const { unknown } = estimate;
  const known = knownIn(estimate);
  return unknown === null || known === null || unknown + known === 0 ? null : unknown / (unknown + known);
}

function knownIn(estimate: MeasureEstimate): number | null {
  if ('denominator' in estimate) return estimate.denominator;
  return 'parts' in estimate ? (estimate.parts[0]?.share.denominator ?? null) : estimate.count;
}
