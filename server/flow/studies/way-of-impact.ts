import type { Asker, Program } from '../../../schema/records/index.js';
import type { OutcomesQuestion } from '../../table/index.js';

import type { Put } from '../answers/put.js';
import type { ReleaseScene } from '../answers/scene.js';
import { sightsOf } from '../answers/sight.js';
import type { Way } from '../answers/way.js';
import type { House } from '../house.js';
import { comparisonGroup } from './comparison-group.js';
import type { ComparisonGroup } from './comparison-group.js';
import type { CountedTable } from './counted-table.js';
import { comparisonPut, treatedPut } from './impact-puts.js';
import type { Study } from './study.js';

/** How an impact is asked of a release: of two tables, the program's agency and those it is compared with. */
interface WayOfImpact extends Way {
  readonly treatedOf: (question: OutcomesQuestion) => Put<CountedTable>;
  /** Of agencies in the places the question names. */
  readonly comparisonOf: (question: OutcomesQuestion) => {
    readonly group: ComparisonGroup;
    readonly put: Put<CountedTable>;
  };
}

/** Questions differ in what is counted and where the comparison is looked for; the program says which quarters. */
export async function wayOfImpact(
  { study, programs, scene }: { study: Study; programs: readonly Program[]; scene: ReleaseScene },
  asker: Asker,
  house: House,
): Promise<WayOfImpact> {
  const { program } = study;
  const sightOf = await sightsOf({ asker, scene }, house);
  const treatedOf = (asked: OutcomesQuestion): Put<CountedTable> => {
    const question = { ...asked, where: { nodes: asked.where.nodes, agencies: [program.agencyId] } };
    return treatedPut(program, { question, scene, sight: sightOf(question) });
  };
  const comparisonOf: WayOfImpact['comparisonOf'] = (asked) => {
    const sight = sightOf(asked);
    const group = comparisonGroup({ question: asked, scene, sight }, study, programs);
    const isAnybody = group.agencyIds.length > 0;
    const ofGroup = { ...asked, where: { nodes: asked.where.nodes, agencies: group.agencyIds } };
    const question = isAnybody ? ofGroup : asked;
    return { group, put: comparisonPut(program, group.places, { question, scene, sight }) };
  };

  return {
    scene,
    ownAgency: null,
    treatedOf,
    comparisonOf,
    putsOf: (question) => [treatedOf(question), comparisonOf(question).put],
    isAskable: (question) => isOfStudy(question, study),
  };
}

/** Whether a question leaves the agency and the quarters to the program. */
function isOfStudy({ by, measures, period, where }: OutcomesQuestion, { quarters }: Study): boolean {
  const namesPlace = (where.agencies ?? where.counties ?? where.peerGroups) !== undefined;
  const isWhole = period?.from === quarters.at(0)?.quarter && period?.to === quarters.at(-1)?.quarter;
  return by.join() === 'QUARTER' && measures.length > 0 && isWhole && !namesPlace;
}
