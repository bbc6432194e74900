import { dimensionOf } from '../../../schema/catalogue/index.js';
import type { Asker } from '../../../schema/records/index.js';
import { judge } from '../../comparability/index.js';
import type { AgencyFacts, Judgement, MeasureFacts } from '../../comparability/index.js';
import { agenciesAsked, monthsAsked } from '../../plan/index.js';
import type { OutcomesQuestion, Refused } from '../../table/index.js';

import { nothingReleased, sceneAsked } from '../answers/answer-outcomes.js';
import { explained } from '../answers/explained.js';
import type { ReleaseScene } from '../answers/scene.js';
import type { Way } from '../answers/way.js';
import type { House } from '../house.js';
import { factsOf } from './facts.js';
import { recordsOf } from './records.js';
import { unknownSharesOf } from './unknown-shares.js';

/** Most agencies every pair is judged of. */
const PAIRED_MAX = 20;

/** Whether agencies may be compared in a measure: places and period of a question, and the axes it would have. */
export type ComparabilityQuestion = Omit<OutcomesQuestion, 'measures' | 'except'> & { readonly measure: string };

export interface ComparedPair extends Omit<Judgement, 'measure'> {
  readonly agencyIds: readonly [string, string];
}

/** A judgement with the facts it rests on. */
export interface ComparabilityTable extends Judgement {
  readonly kind: 'ANSWERED';
  readonly releaseId: string;
  readonly monthsAsked: number;
  readonly agencies: readonly AgencyFacts[];
  /** Null for more agencies than pairs are judged of. */
  readonly pairs: readonly ComparedPair[] | null;
}

/** Judge agencies against one another in one measure. Metadata, and the unknown shares the asker may see anyway. */
export async function answerComparability(
  { measure, ...question }: ComparabilityQuestion,
  asker: Asker,
  house: House,
): Promise<ComparabilityTable | Refused> {
  const asked: OutcomesQuestion = { ...question, except: { nodes: {} }, measures: [measure] };
  const scene = await sceneAsked(asked, house);
  if (scene === null) return nothingReleased();
  const months = monthsAsked(question.period, scene.lattice);
  if ('kind' in months) return explained(months, { question: asked, way: wayOfComparability(scene) }, asker, house);

  const agencyIds = [...agenciesAsked(asked, scene.lattice)];
  const unknownShares = await unknownSharesOf({ question: asked, agencyIds, scene }, asker, house);
  const models = dimensionOf('RESPONSE_MODEL').tree.leaves;
  const comparing = { measure, agencyIds, months: [...months], dimensions: question.by, models, unknownShares };
  const facts = factsOf(comparing, await recordsOf(scene, house));
  return {
    kind: 'ANSWERED',
    ...judge(facts),
    releaseId: scene.release.id,
    monthsAsked: months.size,
    agencies: facts.agencies,
    pairs: agencyIds.length > PAIRED_MAX ? null : pairsOf(facts),
  };
}

/** How agencies are judged in a release: no table is made, so the period alone can be refused. */
function wayOfComparability(scene: ReleaseScene): Way {
  const putsOf: Way['putsOf'] = ({ period }) => {
    const months = monthsAsked(period, scene.lattice);
    return 'kind' in months ? months : [];
  };
  return { scene, putsOf, ownAgency: null, isAskable: () => true };
}

function pairsOf(facts: MeasureFacts): readonly ComparedPair[] {
  return facts.agencies.flatMap((one, index) =>
    facts.agencies.slice(index + 1).map((other): ComparedPair => {
      const { grade, reasons } = judge({ ...facts, agencies: [one, other] });
      return { agencyIds: [one.agencyId, other.agencyId], grade, reasons };
    }),
  );
}
