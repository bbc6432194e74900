import { dimensionOf } from '../../../schema/catalogue/index.js';
import type { SharePlan } from '../../plan/index.js';
import { thresholdFor } from '../../protect/index.js';

import type { Asking } from './protected-plan.js';

/** What must be said beside an exact table that is handed on. */
export function shareFootnotes({
  asking: { scene, question },
  plan,
  threshold,
}: {
  asking: Asking;
  plan: SharePlan;
  threshold: number;
}): readonly string[] {
  const { agencyId } = plan.frame;
  const geography = scene.lattice.geographyNodeOf(agencyId);
  const agencies = scene.persons?.agencyIds ?? new Set<string>();
  const smallest = thresholdFor({ geography }, { threshold }, agencies);
  const whose = scene.agencies.get(agencyId)?.name ?? agencyId;
  return [
    `UNPROTECTED (exact): counts of encounters of ${whose}, without noise. Counts from 1 to ${smallest - 1} are suppressed, and ` +
      'as many others as keep them from being worked out; which is which is not told. Zeros are shown, except where ' +
      'substance use is asked about.',
    'Who has this table can subtract it from regional totals that contain the agency. Regional totals are shown only where ' +
      'they hide each agency even from one that knows its own counts.',
    'It is safe beside the other tables the agency was given to hand on from the same release, and beside no exact counts ' +
      'from elsewhere, such as `ownOutcomes` or an earlier release.',
    ...(agencies.has(agencyId)
      ? []
      : [`The agency does not tell persons apart, so the threshold is ${smallest}, not ${threshold}.`]),
    ...monthNotes(plan, scene),
    ...silentNotes(question.by, agencyId, scene),
    ...(scene.agencies.get(agencyId)?.isSynthetic ? ['SYNTHETIC: no number here describes real people.'] : []),
  ];
}

function monthNotes({ frame, months }: SharePlan, { release }: Asking['scene']): readonly string[] {
  const reported = release.manifest.participants.find(({ agencyId }) => agencyId === frame.agencyId)?.months ?? [];
  const count = months.filter((month) => reported.includes(month)).length;
  return count === months.length
    ? []
    : [`The agency reported ${count} of the ${months.length} months of ${frame.time}: a zero can be a missing month.`];
}

function silentNotes(axes: readonly string[], agencyId: string, { release }: Asking['scene']): readonly string[] {
  const silent = release.manifest.participants.find((one) => one.agencyId === agencyId)?.notCollected ?? [];
  return axes
    .filter((axis) => silent.includes(axis))
    .map((axis) => `${dimensionOf(axis).label} is not collected by the agency.`);
}
