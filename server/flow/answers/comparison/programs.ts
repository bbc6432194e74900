import type { Program } from '../../../../schema/records/index.js';
import { AskerError } from '../../../lib/index.js';
import { monthsOf, quarterOf, rangeOf } from '../../../table/index.js';

import type { ProgramArm } from './shape.js';

/** The programs there are, and the closed months they are looked at in. */
interface Registered {
  readonly programs: readonly Program[];
  readonly months: readonly string[];
}

/** Programs of the registry as arms, each in the whole quarters it ran among the closed months. @throws when one did not. */
export function programArms(ids: readonly string[], registered: Registered): readonly ProgramArm[] {
  return [...new Set(ids)].map((id) => {
    const arm = armOf(id, registered);
    if (arm instanceof AskerError) throw arm;
    return arm;
  });
}

/** Whether every one of the programs can be an arm. */
export function haveRun(ids: readonly string[], registered: Registered): boolean {
  return ids.every((id) => !(armOf(id, registered) instanceof AskerError));
}

function armOf(id: string, { programs, months }: Registered): ProgramArm | AskerError {
  const program = programs.find((one) => one.id === id);
  if (program === undefined) return noSuchProgram(id);

  const quarters = wholeQuarters(months).filter((quarter) => ranThrough(program, quarter));
  const [from, to] = [quarters.at(0), quarters.at(-1)];
  if (from === undefined || to === undefined) return neverRan(program);
  return { id, agencyId: program.agencyId, responseModel: program.responseModel, from, to };
}

function wholeQuarters(months: readonly string[]): readonly string[] {
  const asked = new Set(months);
  const quarters = [...new Set(months.map(quarterOf))];
  return quarters.filter((quarter) => monthsOf(rangeOf(quarter)).every((month) => asked.has(month)));
}

/** Days compare as text: `2024-07-01`. A program that ended on a quarter’s last day ran through it. */
function ranThrough({ startedOn, endedOn }: Program, quarter: string): boolean {
  const { from, through } = rangeOf(quarter);
  return startedOn <= `${from}-01` && (endedOn === null || endedOn >= `${through}-30`);
}

function noSuchProgram(id: string): AskerError {
  return new AskerError(
    'NOT_FOUND',
    `There is no program ${id}. An arm by PROGRAM is the id of one. Ask \`programs\` for those there are.`,
  );
}

function neverRan({ id, startedOn, endedOn }: Program): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `Program ${id} ran from ${startedOn} to ${endedOn ?? 'today'}, through no whole quarter of the period. A program is ` +
      'compared in whole released quarters. Ask for a longer period.',
  );
}
