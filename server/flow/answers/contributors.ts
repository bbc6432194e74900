import type { Agency } from '../../../schema/records/index.js';
import type { OutcomesPlan } from '../../plan/index.js';
import type { Selection } from '../../table/index.js';

import type { Contributor } from './outcomes-answer.js';
import type { Asking } from './protected-plan.js';

/** Every agency of the places asked about, with the months it reported: who is in the numbers, and who is missing. */
export function contributorsOf({ question, scene }: Asking, { months }: OutcomesPlan): readonly Contributor[] {
  const participants = new Map(
    scene.release.manifest.participants.map((participant) => [participant.agencyId, participant]),
  );
  const asked = new Set(months);

  return [...scene.agencies.values()]
    .map((agency) => ({ ...agency, peerGroup: scene.lattice.peerGroupOf(agency.id) }))
    .filter((agency) => liesIn(agency, question.where) && !isNamed(agency, question.except))
    .map((agency) => {
      const reported = participants.get(agency.id)?.months.filter((month) => asked.has(month)).length ?? 0;
      return {
        agencyId: agency.id,
        mode: agency.mode,
        status: statusOf({ reported, asked: asked.size }),
        monthsReported: reported,
        monthsAsked: asked.size,
      };
    });
}

function statusOf({ reported, asked }: { reported: number; asked: number }): Contributor['status'] {
  if (reported === 0) return 'NOT_REPORTED';
  return reported === asked ? 'COMPLETE' : 'PARTIAL';
}

/** An agency, with the group it is in; null for none. */
type Placed = Agency & { readonly peerGroup: string | null };

function liesIn(agency: Placed, where: Selection): boolean {
  return !namesOf(agency, where).includes(false);
}

function isNamed(agency: Placed, except: Selection): boolean {
  return namesOf(agency, except).includes(true);
}

/** Whether each list of places a selection has names one of the agency. */
function namesOf(
  { id, county, state, peerGroup }: Placed,
  { agencies, counties, states, peerGroups }: Selection,
): readonly (boolean | undefined)[] {
  const isMember = peerGroups?.includes(peerGroup ?? '');
  return [agencies?.includes(id), counties?.includes(county), states?.includes(state), isMember];
}
