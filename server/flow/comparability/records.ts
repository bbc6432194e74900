import type { Program } from '../../../schema/records/index.js';
import { weeklyHoursOf } from '../../table/index.js';

import type { ReleaseScene } from '../answers/scene.js';
import type { House } from '../house.js';
import type { Records, TimedProgram } from './facts.js';

/** What is on record about the agencies of a release now: declarations and programs may be newer than the release. */
export async function recordsOf({ release }: ReleaseScene, { store }: House): Promise<Records> {
  const { participants } = release.manifest;
  const [declarations, programs] = await Promise.all([
    store.declarations.ofAgencies(participants.map(({ agencyId }) => agencyId)),
    store.registry.programs(),
  ]);
  return { participants, declarations, programs: programs.map(timed) };
}

function timed(program: Program): TimedProgram {
  return { ...program, weeklyHours: program.openings === null ? null : weeklyHoursOf(program.openings) };
}
