import type { Asker } from '../../../schema/records/index.js';
import { withoutValue } from '../../estimate/index.js';
import { refused, weeklyHoursOf } from '../../table/index.js';
import type { OutcomesQuestion, RateEstimate, Refused } from '../../table/index.js';

import { nothingReleased, outcomesPut, sceneAsked } from '../answers/answer-outcomes.js';
import { answered } from '../answers/answered.js';
import type { Put } from '../answers/answered.js';
import type { OutcomeRow } from '../answers/outcomes-answer.js';
import { outcomesTable } from '../answers/outcomes-table.js';
import type { Asking } from '../answers/protected-plan.js';
import { sightOf } from '../answers/sight.js';
import type { House } from '../house.js';
import { measuredIn, programAsked } from './area.js';
import type { AreaLevel, ProgramArea } from './area.js';
import { notesOf } from './notes.js';
import { reachOf } from './reach-of.js';
import type { ReachAnswer, WeekTable } from './reach-table.js';
import { axesOf, partsOfWeek } from './week.js';

/** Which program, when, and in which area: its own (null), or the agency, county or state around it. */
export interface ReachQuestion extends Pick<OutcomesQuestion, 'period' | 'releaseId'> {
  readonly programId: string;
  readonly area: AreaLevel | null;
}

/** How much of the need in its area and hours a program meets: two tables of outcomes, asked as the asker could. */
export async function answerReach(
  { programId, area, ...asked }: ReachQuestion,
  asker: Asker,
  house: House,
): Promise<ReachAnswer | Refused> {
  const programs = await house.store.registry.programs();
  const measured = measuredIn(await programAsked(programId, programs, house), area);
  const question: OutcomesQuestion = {
    ...asked,
    where: { nodes: {}, ...measured.selection },
    except: { nodes: {} },
    by: [],
    measures: ['coverageByModel'],
  };
  const scene = await sceneAsked(question, house);
  if (scene === null) return nothingReleased();

  const asking = { question, scene, sight: await sightOf({ asker, question, scene }, house) };
  const whole = await answered(outcomesPut('OUTCOMES', asking), asker, house);
  if (whole.kind === 'REFUSED') return nearer(whole, measured);
  const week = await answered(weekPut(measured, asking), asker, house);
  if (week.kind === 'REFUSED') return nearer(week, measured);

  const { program, place } = measured;
  const { reach, rows: _rows, kind, ...table } = week;
  return {
    ...reach,
    kind,
    program,
    area: place,
    weeklyHours: program.openings === null ? null : weeklyHoursOf(program.openings),
    share: shareIn(whole.rows[0], program.responseModel),
    notes: notesOf(measured, { programs, asking }),
    table,
    wholeHandle: whole.handle,
  };
}

/** The table by parts of the week. The ledger has it as the outcomes it is made of, and the program it was asked for. */
function weekPut({ program }: ProgramArea, asking: Asking): Put<WeekTable> {
  const parts = partsOfWeek(program.openings);
  const byPart = { ...asking, question: { ...asking.question, by: axesOf(parts) } };
  return {
    ...outcomesPut('OUTCOMES', byPart),
    beside: { program: program.id, hours: JSON.stringify(program.openings) },
    layOut: (found) => ({
      ...outcomesTable(byPart, found),
      reach: reachOf(found, { parts, model: program.responseModel, asking: byPart }),
    }),
  };
}

function shareIn(row: OutcomeRow | undefined, model: string): RateEstimate {
  const coverage = row?.measures['coverageByModel'];
  if (coverage === undefined || !('parts' in coverage)) throw new Error('A table of coverage has no row of it.');
  return coverage.parts.find(({ code }) => code === model)?.share ?? withoutValue(coverage.status).rate;
}

/** A single agency may be too near for the asker; a larger area is asked for by its own argument here. */
function nearer(refusal: Refused, { program, place }: ProgramArea): Refused {
  if (refusal.reason !== 'AGENCY_LEVEL_NOT_ALLOWED') return refusal;
  return refused({
    reason: refusal.reason,
    because:
      `The reach of ${program.id} is measured in ${place}, a single agency, and this audience is shown counties and ` +
      'larger areas only.',
    remedy: 'Ask with `area: COUNTY` or `area: STATE`.',
    nearestBy: ['COUNTY', ...(refusal.nearestBy ?? [])],
  });
}
