import type { Asker, Program } from '../../../schema/records/index.js';
import { addedUp, estimateImpact } from '../../estimate/index.js';
import { AskerError } from '../../lib/index.js';
import type { DisplayedCounts, OutcomesQuestion } from '../../table/index.js';

import { nothingReleased, sceneAsked } from '../answers/answer-outcomes.js';
import { answeredOrExplained } from '../answers/explained.js';
import type { ReleaseScene } from '../answers/scene.js';
import type { House } from '../house.js';
import type { ComparisonGroup } from './comparison-group.js';
import type { CountedRow, CountedTable } from './counted-table.js';
import { wayOfImpact } from './way-of-impact.js';
import type { ImpactAnswer, ImpactTable, ProgramEffect } from './study-answers.js';
import { studyOf } from './study.js';
import type { Study } from './study.js';

/** What became of rates when a program began. */
export interface ImpactQuestion {
  readonly programId: string;
  /** Names no place: the agency is the program's. Its `by` is empty. */
  readonly question: OutcomesQuestion;
  /** Whose agencies the program's is compared with: its state's, or the whole region's. */
  readonly within: 'STATE' | 'REGION';
}

/**
 * Before and after a program began, against agencies without one over the same quarters.
 *
 * Two protected tables are asked, each by the rules of any question: the quarters of the program's agency, and those of
 * the comparison. Everything else is a function of what they display.
 */
export async function answerImpact(asked: ImpactQuestion, asker: Asker, house: House): Promise<ImpactAnswer> {
  const { agencies, counties, states, peerGroups } = asked.question.where;
  if ([agencies, counties, states, peerGroups].some((places) => places !== undefined)) throw placeGivenTwice();
  const scene = await sceneAsked(asked.question, house);
  if (scene === null) return nothingReleased();
  const programs = await house.store.registry.programs();
  const program = programs.find(({ id }) => id === asked.programId);
  if (program === undefined || !scene.lattice.geography.has(program.agencyId)) throw noSuchProgram(asked.programId);

  const study = studyOf(program, scene.lattice.months);
  const where = { nodes: asked.question.where.nodes, ...scopeOf(asked, program, scene) };
  const question = { ...asked.question, where, period: periodOf(study), by: ['QUARTER'], except: { nodes: {} } };
  const way = await wayOfImpact({ study, programs, scene }, asker, house);
  const treated = await answeredOrExplained(way.treatedOf(question), { question, way }, asker, house);
  if (treated.kind === 'REFUSED') return treated;

  const { group, put } = way.comparisonOf(question);
  const comparison = await answeredOrExplained(put, { question, way }, asker, house);
  if (comparison.kind === 'REFUSED') return comparison;

  return impactTable({ study, group, treated, comparison, measures: question.measures });
}

function impactTable({
  study,
  group,
  treated,
  comparison,
  measures,
}: {
  study: Study;
  group: ComparisonGroup;
  treated: CountedTable;
  comparison: CountedTable;
  measures: readonly string[];
}): ImpactTable {
  const { rows: treatedRows, kind, ...treatedFrame } = treated;
  const { rows: comparisonRows, kind: _, ...comparisonFrame } = comparison;
  return {
    kind,
    program: study.program,
    quarters: study.quarters,
    effects: measures.map((measure) => effectOf({ measure, study, treatedRows, comparisonRows })),
    caveats: [...CAVEATS, ...changeCaveats(group)],
    treated: treatedFrame,
    comparison: comparisonFrame,
  };
}

/** Said with every effect. Source: the field guide's comparison rules 5, 6 and 8. */
const CAVEATS: readonly string[] = [
  'An effect only if the agency would have moved as the comparison did, had the program not begun: see `parallel`. The ' +
    'first quarter is left out, and whole years are compared.',
  'All encounters of the agency are in it, not only those the program was sent to: this is what having the program did ' +
    'for the agency, not what a crew does on a call.',
  'One agency: whatever else changed in it at that time (a policy, a form, a chief) is in the estimate too. Intervals ' +
    'treat encounters as independent, so the truth is less certain than they say.',
  'Several measures are several chances to find something by accident.',
];

function changeCaveats({ changed }: ComparisonGroup): readonly string[] {
  return changed.length === 0
    ? []
    : [`Some of the comparison began or ended a program of another model during the study: ${changed.join(', ')}.`];
}

function effectOf({
  measure,
  study,
  treatedRows,
  comparisonRows,
}: {
  measure: string;
  study: Study;
  treatedRows: readonly CountedRow[];
  comparisonRows: readonly CountedRow[];
}): ProgramEffect {
  const countsIn = (rows: readonly CountedRow[], quarter: string): readonly (DisplayedCounts | null)[] =>
    rows.filter(({ group }) => group['QUARTER'] === quarter).map(({ counts }) => counts[measure] ?? null);
  const names = [...new Set(comparisonRows.map(placeIn))];
  const isWhole = (name: string): boolean =>
    comparisonRows.every((row) => placeIn(row) !== name || (row.counts[measure] ?? null) !== null);
  const comparedWith = names.filter(isWhole);
  const wholeRows = comparisonRows.filter((row) => comparedWith.includes(placeIn(row)));

  const estimate = estimateImpact(
    study.quarters.map((quarter) => ({
      ...quarter,
      treated: addedUp(countsIn(treatedRows, quarter.quarter)),
      comparison: addedUp(countsIn(wholeRows, quarter.quarter)),
    })),
  );
  return { measure, ...estimate, comparedWith, leftOut: names.filter((name) => !isWhole(name)) };
}

function placeIn({ group }: CountedRow): string {
  return group['AGENCY'] ?? group['COUNTY'] ?? group['STATE'] ?? '';
}

function periodOf({ quarters }: Study): OutcomesQuestion['period'] {
  const [first, last] = [quarters.at(0), quarters.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.quarter, to: last.quarter };
}

function scopeOf({ within }: ImpactQuestion, { agencyId }: Program, { agencies }: ReleaseScene): { states?: string[] } {
  const state = agencies.get(agencyId)?.state;
  return within === 'REGION' || state === undefined ? {} : { states: [state] };
}

function placeGivenTwice(): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    'Both `where` and `program` say which place is meant. An impact is that of the program’s agency alone. ' +
      'Leave agency, county, state and peerGroup out of `where`.',
  );
}

function noSuchProgram(id: string): AskerError {
  return new AskerError(
    'NOT_FOUND',
    `There is no program ${id} of an agency in the release. A program has an id such as \`harbor-city-pd:co-responder\`. ` +
      'Ask `programs` for them, and `releases` for who is in.',
  );
}
