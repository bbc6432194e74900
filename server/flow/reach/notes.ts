import type { Program } from '../../../schema/records/index.js';
import { agenciesAsked } from '../../plan/index.js';
import { rangeOf } from '../../table/index.js';
import type { OutcomesQuestion } from '../../table/index.js';

import type { Asking } from '../answers/protected-plan.js';
import type { ProgramArea } from './area.js';

/** What a reader must know before quoting a reach. Written from metadata. */
export function notesOf(
  measured: ProgramArea,
  { programs, asking }: { programs: readonly Program[]; asking: Asking },
): readonly string[] {
  return [
    ...denominatorNotes(measured),
    ...otherProgramNotes(measured, { programs, asking }),
    ...hoursNotes(measured),
    ...lifetimeNotes(measured, asking),
  ];
}

function denominatorNotes({ program, place }: ProgramArea): readonly string[] {
  return [
    `The denominator is every encounter the agencies of ${place} report and whose response model is known, whether or not ` +
      `the program could have taken the call; the numerator is those of them ${program.responseModel} was dispatched to. An ` +
      'event that two agencies report is two encounters.',
  ];
}

/** The cells tell response models apart, not programs: others of the same model in the area are in the numerator too. */
function otherProgramNotes(
  { program, place }: ProgramArea,
  { programs, asking }: { programs: readonly Program[]; asking: Asking },
): readonly string[] {
  const agencies = agenciesAsked(asking.question, asking.scene.lattice);
  const others = programs.filter(
    ({ id, agencyId, responseModel }) =>
      id !== program.id && responseModel === program.responseModel && agencies.has(agencyId),
  );
  return others.length === 0
    ? []
    : [
        `Not this program alone: in ${place}, ${others.map(({ id }) => id).join(', ')} deliver ${program.responseModel} too, ` +
          'at hours of their own, and are in the numerator.',
      ];
}

function hoursNotes({ program: { openings, hours } }: ProgramArea): readonly string[] {
  return openings === null
    ? [`The hours of the program are known in words only ("${hours}"), so nothing is told within or outside them.`]
    : ['A part of the week the hours cover in part is neither within nor outside them.'];
}

function lifetimeNotes(
  { program: { startedOn, endedOn } }: ProgramArea,
  { question, scene }: Asking,
): readonly string[] {
  const { first, last } = monthsSpanned(question.period, scene.release);
  const hasBegun = startedOn <= `${first}-01`;
  const hasEnded = endedOn !== null && endedOn.slice(0, 7) <= last;
  return [
    ...(hasBegun ? [] : [`The program began on ${startedOn}: the days before it count against its reach.`]),
    ...(hasEnded ? [`The program ended on ${endedOn}: the days after it count against its reach.`] : []),
  ];
}

function monthsSpanned(
  period: OutcomesQuestion['period'],
  { fromMonth, throughMonth }: Asking['scene']['release'],
): { readonly first: string; readonly last: string } {
  return period === null
    ? { first: fromMonth, last: throughMonth }
    : { first: rangeOf(period.from).from, last: rangeOf(period.to).through };
}
