import { mayShowMeasure, mayShowRow } from '../../plan/index.js';
import type { Axis, OutcomesQuestion, Selection } from '../../table/index.js';

import { outlinesFor } from '../answers/protected-plan.js';
import type { Asking } from '../answers/protected-plan.js';

/** Places of one level, each to have rows of its own. */
export interface Places {
  readonly axis: 'AGENCY' | 'COUNTY' | 'STATE';
  readonly nodes: readonly string[];
}

const SELECTED_BY = { AGENCY: 'agencies', COUNTY: 'counties', STATE: 'states' } as const;

/** The same question of places of several levels, one for each: agencies one by one, others by county or state. */
export function placedQuestions(
  { question }: Asking,
  { places, by }: { places: readonly Places[]; by: readonly Axis[] },
): readonly OutcomesQuestion[] {
  const { nodes: leaves }: Selection = question.where;
  return places
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ axis, nodes }) => ({
      ...question,
      where: { nodes: leaves, [SELECTED_BY[axis]]: nodes },
      by: [axis, ...by],
    }));
}

/** Whether every row of places of one level may be shown to the asker. */
export function mayShowPlaces(asking: Asking, places: Places, by: readonly Axis[]): boolean {
  return placedQuestions(asking, { places: [places], by }).every((question) => {
    const outlines = outlinesFor({ ...asking, question });
    if ('kind' in outlines) return false;

    const [{ rows, chosen }] = outlines;
    return rows.every((row) => mayShowRow(row) && chosen.every((measure) => mayShowMeasure(row, measure)));
  });
}
