import { agenciesAsked } from '../../plan/index.js';

import type { Asking } from '../answers/protected-plan.js';
import { mayShowPlaces } from './placed-questions.js';
import type { Places } from './placed-questions.js';

/**
 * Where each agency asked about is a point: by itself where the asker may see it, else within its county where every
 * county of the state hides its agencies, else within its state.
 *
 * From registry and pool rule alone. An area that hides nobody is a point too, with the status NOT_PERMITTED.
 */
export function peerPlaces(asking: Asking): readonly Places[] {
  const { question, scene, sight } = asking;
  const asked = agenciesAsked(question, scene.lattice);
  const maySeeSingle = sight.lens.finestGrain.AGENCY !== null;
  const isSingle = (id: string): boolean => maySeeSingle && sight.visibleAgencies.has(id);
  const places = scene.places.filter(({ agencyId }) => asked.has(agencyId));
  const pooled = places.filter(({ agencyId }) => !isSingle(agencyId));

  const states = [...new Set(pooled.map(({ state }) => state))].toSorted();
  const areas = states.map((state): Places => {
    const inState = pooled.filter((place) => place.state === state);
    const counties = [...new Set(inState.map(({ county }) => county))].toSorted();
    const isWholeState = scene.lattice.geography.leavesOf(state).every((id) => asked.has(id));
    const byCounty: Places = { axis: 'COUNTY', nodes: counties };
    const hidesAgencies = mayShowPlaces(asking, byCounty, []);
    return isWholeState && !hidesAgencies ? { axis: 'STATE', nodes: [state] } : byCounty;
  });

  const nodesOf = (axis: Places['axis']): readonly string[] =>
    areas.filter((area) => area.axis === axis).flatMap(({ nodes }) => nodes);
  return [
    { axis: 'AGENCY', nodes: places.map(({ agencyId }) => agencyId).filter(isSingle) },
    { axis: 'COUNTY', nodes: nodesOf('COUNTY') },
    { axis: 'STATE', nodes: nodesOf('STATE') },
  ];
}
