import type { Program } from '../../../../schema/records/index.js';
import { AskerError } from '../../../lib/index.js';
import { monthsOf, quarterOf, rangeOf } from '../../../table/index.js';

import type { ProgramArm } from './shape.js';

/** Programs of the registry as arms, each in the whole quarters it ran among these closed months. */
export function programArms(
  ids: readonly string[],
  { programs, months }: { programs: readonly Program[]; months: readonly string[] },
): readonly ProgramArm[] {
  const byId = new Map(programs.map((program) => [program.id, program]));
  return [...new Set(ids)].map((id) => {
    const program = byId.get(id);
    if (program === undefined) throw noSuchProgram(id);

    const quarters = wholeQuarters(months).filter((quarter) => ranThrough(program, quarter));
    const [from, to] = [quarters.at(0), quarters.at(-1)];
    if (from === undefined || to === undefined) throw neverRan(program);
    return { id, agencyId: program.agencyId, responseModel: program.responseModel, from, to };
  });
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
