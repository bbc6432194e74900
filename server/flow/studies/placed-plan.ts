import type { Axis, Refused, Selection } from '../../table/index.js';

import { planFor } from '../answers/protected-plan.js';
import type { Asking, WholePlan } from '../answers/protected-plan.js';

/** Places of one level, each to have rows of its own. */
export interface Places {
  readonly axis: 'AGENCY' | 'COUNTY' | 'STATE';
  readonly nodes: readonly string[];
}

const SELECTED_BY = { AGENCY: 'agencies', COUNTY: 'counties', STATE: 'states' } as const;

/**
 * The cells of places of several levels, as one plan: agencies one by one, others by county or state.
 *
 * Each level is planned as a question of its own, by the rules of any question, so nothing is seen here that could not
 * be asked for. Refused when one of them is.
 */
export function placedPlan(asking: Asking, places: readonly Places[], by: readonly Axis[]): WholePlan | Refused {
  const plans: WholePlan[] = [];
  for (const place of places.filter(({ nodes }) => nodes.length > 0)) {
    const plan = planFor({ ...asking, question: questionOf(asking, place, by) });
    if ('kind' in plan) return plan;
    plans.push(plan);
  }
  return {
    rows: plans.flatMap(({ rows }) => rows),
    cells: [...new Map(plans.flatMap(({ cells }) => cells).map((cell) => [cell.id, cell])).values()],
    families: plans.flatMap(({ families }) => families),
    months: [...new Set(plans.flatMap(({ months }) => months))].toSorted(),
    also: [],
  };
}

/** Whether every row of places of one level may be shown to the asker. */
export function mayShowPlaces(asking: Asking, places: Places, by: readonly Axis[]): boolean {
  const plan = placedPlan(asking, [places], by);
  if ('kind' in plan) return false;
  return plan.rows.every((row) => row.isPermitted && row.measures.every(({ isPermitted }) => isPermitted));
}

function questionOf({ question }: Asking, { axis, nodes }: Places, by: readonly Axis[]): Asking['question'] {
  const { nodes: leaves }: Selection = question.where;
  return { ...question, where: { nodes: leaves, [SELECTED_BY[axis]]: nodes }, by: [axis, ...by] };
}
