import type { Program } from '../../../schema/records/index.js';
import { monthsOf, quarterOf, rangeOf, refused } from '../../table/index.js';
import type { Refused, StudyPhase, StudyQuarter } from '../../table/index.js';

/** A whole year of quarters: so that every season is as often before as after. */
export const QUARTERS_MIN = 4;

/** What is studied of a program, from registry and calendar alone. */
export interface Study {
  readonly program: Program;
  /** Every closed quarter before the one the program ended in, in order. */
  readonly quarters: readonly StudyQuarter[];
}

/**
 * The quarters before and after a program began, of those that are closed.
 *
 * The quarter of the first day is a wash-in, and compared with nothing: part of it has no program, and crews learn. The
 * whole years nearest to it are compared. Of a program that ended, the quarter it ended in is left out too.
 */
export function studyOf(program: Program, closedMonths: readonly string[]): Study {
  const whole = wholeQuarters(closedMonths).filter((quarter) => isBeforeEnd(quarter, program));
  const start = quarterNumber(quarterOf(program.startedOn.slice(0, 7)));
  const placed = whole.map((quarter) => ({ quarter, relative: quarterNumber(quarter) - start }));
  const compared = { BEFORE: comparedIn(placed, 'BEFORE'), WASH_IN: 0, AFTER: comparedIn(placed, 'AFTER') };

  const quarters = placed.map(({ quarter, relative }): StudyQuarter => {
    const phase = phaseOf(relative);
    return { quarter, relative, phase, isCompared: Math.abs(relative) <= compared[phase] && phase !== 'WASH_IN' };
  });
  return { program, quarters };
}

/** Why a study cannot be made: not a whole year of closed quarters on each side; null when it can. */
export function tooFewQuarters({ program, quarters }: Study): Refused | null {
  const countOf = (phase: StudyPhase): number => quarters.filter((quarter) => quarter.phase === phase).length;
  const [before, after] = [countOf('BEFORE'), countOf('AFTER')];
  if (before >= QUARTERS_MIN && after >= QUARTERS_MIN) return null;

  return refused({
    reason: 'TOO_FEW_QUARTERS',
    because:
      `The release has ${before} closed quarters before the one the program began in (${quarterOf(program.startedOn.slice(0, 7))}) ` +
      `and ${after} after it; a whole year of ${QUARTERS_MIN} is needed on each side, so that every season is on both.`,
    remedy: 'Ask again when more is released, or ask `trend` for the series.',
  });
}

function comparedIn(placed: readonly { readonly relative: number }[], phase: StudyPhase): number {
  const count = placed.filter(({ relative }) => phaseOf(relative) === phase).length;
  return count - (count % QUARTERS_MIN);
}

function phaseOf(relative: number): StudyPhase {
  if (relative === 0) return 'WASH_IN';
  return relative < 0 ? 'BEFORE' : 'AFTER';
}

function wholeQuarters(closedMonths: readonly string[]): readonly string[] {
  const closed = new Set(closedMonths);
  const quarters = [...new Set(closedMonths.map(quarterOf))];
  return quarters.filter((quarter) => monthsOf(rangeOf(quarter)).every((month) => closed.has(month)));
}

function isBeforeEnd(quarter: string, { endedOn }: Program): boolean {
  return endedOn === null || rangeOf(quarter).through < endedOn.slice(0, 7);
}

function quarterNumber(quarter: string): number {
  return Number(quarter.slice(0, 4)) * QUARTERS_MIN + Number(quarter.slice(6)) - 1;
}
