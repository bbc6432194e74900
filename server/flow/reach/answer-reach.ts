import type { Asker, Program } from '../../../schema/records/index.js';
import { withoutValue } from '../../estimate/index.js';
import { weeklyHoursOf } from '../../table/index.js';
import type { OutcomesQuestion, RateEstimate, Refused } from '../../table/index.js';

import { nothingReleased, outcomesPut, sceneAsked } from '../answers/answer-outcomes.js';
import { answeredOrExplained } from '../answers/explained.js';
import type { OutcomeRow, OutcomesTable } from '../answers/outcomes-answer.js';
import { outcomesTable } from '../answers/outcomes-table.js';
import type { Asking } from '../answers/protected-plan.js';
import type { Put } from '../answers/put.js';
import type { ReleaseScene } from '../answers/scene.js';
import { sightsOf } from '../answers/sight.js';
import type { Way } from '../answers/way.js';
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

  const { program, place } = measured;
  const way = await wayOfReach({ program, scene }, asker, house);
  const { asking, ...puts } = way.partsOf(question);
  const whole = await answeredOrExplained(puts.whole, { question, way }, asker, house);
  if (whole.kind === 'REFUSED') return inItsWords(whole, measured);
  const week = await answeredOrExplained(puts.week, { question, way }, asker, house);
  if (week.kind === 'REFUSED') return inItsWords(week, measured);

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

/** How a reach is asked of a release: of one area, for any period. */
interface WayOfReach extends Way {
  readonly partsOf: (question: OutcomesQuestion) => {
    readonly asking: Asking;
    readonly whole: Put<OutcomesTable>;
    readonly week: Put<WeekTable>;
  };
}

async function wayOfReach(
  { program, scene }: { program: Program; scene: ReleaseScene },
  asker: Asker,
  house: House,
): Promise<WayOfReach> {
  const sightOf = await sightsOf({ asker, scene }, house);
  const partsOf: WayOfReach['partsOf'] = (question) => {
    const asking = { question, scene, sight: sightOf(question) };
    return { asking, whole: outcomesPut('OUTCOMES', asking), week: weekPut(program, asking) };
  };
  return {
    scene,
    ownAgency: null,
    partsOf,
    putsOf: (question) => {
      const { whole, week } = partsOf(question);
      return [whole, week];
    },
    isAskable: ({ by, measures, where: { agencies, counties, states } }) =>
      by.length === 0 &&
      measures.length > 0 &&
      [agencies, counties, states].flatMap((place) => place ?? []).length === 1,
  };
}

/** The table by parts of the week. The ledger has it as the outcomes it is made of, and the program it was asked for. */
function weekPut(program: Program, asking: Asking): Put<WeekTable> {
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
function inItsWords(refusal: Refused, { program, place }: ProgramArea): Refused {
  if (refusal.reason !== 'AGENCY_LEVEL_NOT_ALLOWED') return refusal;
  const message =
    `The reach of ${program.id} is measured in ${place}, a single agency, and this audience is shown counties and ` +
    'larger areas only. Ask with `area: COUNTY` or `area: STATE`.';
  return { ...refusal, message };
}
