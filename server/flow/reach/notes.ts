import type { Release } from '../../../schema/records/index.js';
import { rangeOf } from '../../table/index.js';
import type { OutcomesQuestion } from '../../table/index.js';

import type { ProgramArea } from './area.js';

/** What a reader must know before quoting a reach. Written from metadata. */
export function notesOf(
  measured: ProgramArea,
  { period, release }: { period: OutcomesQuestion['period']; release: Release },
): readonly string[] {
  return [...denominatorNotes(measured), ...hoursNotes(measured), ...lifetimeNotes(measured, { period, release })];
}

function denominatorNotes({ program, place }: ProgramArea): readonly string[] {
  return [
    `The denominator is every encounter of the agencies of ${place} whose response model is known, whether or not the ` +
      `program could have taken the call; the numerator is those ${program.responseModel} was dispatched to, of whichever ` +
      'program of that model there.',
  ];
}

function hoursNotes({ program: { openings, hours } }: ProgramArea): readonly string[] {
  return openings === null
    ? [`The hours of the program are known in words only ("${hours}"), so nothing is told within or outside them.`]
    : ['A part of the week the hours cover in part is neither within nor outside them.'];
}

function lifetimeNotes(
  { program: { startedOn, endedOn } }: ProgramArea,
  { period, release }: { period: OutcomesQuestion['period']; release: Release },
): readonly string[] {
  const first = period === null ? release.fromMonth : rangeOf(period.from).from;
  const last = period === null ? release.throughMonth : rangeOf(period.to).through;
  return [
    ...(startedOn > `${first}-01`
      ? [`The program began on ${startedOn}: the days before it count against its reach.`]
      : []),
    ...(endedOn !== null && endedOn.slice(0, 7) <= last
      ? [`The program ended on ${endedOn}: the days after it count against its reach.`]
      : []),
  ];
}
