import type { OutcomesQuestion, Selection } from '../../table/index.js';

import { SIBLINGS_MAX, WALK_MINUTES } from './alert-limits.js';
import type { AskedQuestion, Suspicion } from './asked-question.js';
import { busiestWindow } from './busiest-window.js';

/** A walk along an axis: a dimension code, or `PLACE`. */
export interface SiblingWalk extends Suspicion {
  readonly along: string;
}

/** A question as one step along an axis: the filter there, and everything else about it. */
interface Step {
  readonly along: string;
  readonly filter: string;
  readonly rest: string;
}

/**
 * Where one asker asked filter after filter along one axis, all else equal, although grouping by the axis has them all in
 * one answer: the widest walk along each axis.
 *
 * Refused questions are steps too. Which measures were asked makes no other question: the encounters are in every answer.
 * Source: disclosure policy, section 2.15.
 */
export function siblingWalks(asked: readonly AskedQuestion[]): readonly SiblingWalk[] {
  const widest = new Map<string, SiblingWalk>();
  for (const [along, questions] of roads(asked)) {
    const filterOf = new Map(questions.map(({ step, of }) => [of, step.filter]));
    const walk = busiestWindow([...filterOf.keys()], { minutes: WALK_MINUTES, nameOf: (of) => filterOf.get(of) });
    const observed = walk.different;
    if (observed > SIBLINGS_MAX && observed > (widest.get(along)?.observed ?? 0))
      widest.set(along, { along, asked: walk.asked, observed });
  }
  return [...widest.values()];
}

/** The steps that differ by their filter along one axis alone, with that axis. */
function roads(
  asked: readonly AskedQuestion[],
): readonly (readonly [along: string, { readonly step: Step; readonly of: AskedQuestion }[]])[] {
  const found = new Map<string, [string, { step: Step; of: AskedQuestion }[]]>();
  for (const of of asked) {
    for (const step of stepsOf(of.question)) {
      const name = `${step.along} ${step.rest}`;
      const road = found.get(name) ?? [step.along, []];
      road[1].push({ step, of });
      found.set(name, road);
    }
  }
  return [...found.values()];
}

/** A question is a step along every axis it filters. */
function stepsOf({ where, except, period, by }: OutcomesQuestion): readonly Step[] {
  const dimensions = [...new Set([...Object.keys(where.nodes), ...Object.keys(except.nodes)])];
  const alongDimensions = dimensions.map((along) => ({
    along,
    filter: [where.nodes[along], except.nodes[along]],
    rest: [without(where, along), without(except, along)],
  }));
  const places = [placesOf(where), placesOf(except)];
  const isPlaced = places.flat().some((list) => list !== undefined);
  const alongPlaces = { along: 'PLACE', filter: places, rest: [{ nodes: where.nodes }, { nodes: except.nodes }] };

  return [...alongDimensions, ...(isPlaced ? [alongPlaces] : [])].map(({ along, filter, rest }) => ({
    along,
    filter: textOf(filter),
    rest: textOf([...rest, period, by]),
  }));
}

function without(selection: Selection, dimension: string): Selection {
  return {
    ...selection,
    nodes: Object.fromEntries(Object.entries(selection.nodes).filter(([code]) => code !== dimension)),
  };
}

function placesOf({ agencies, counties, states, peerGroups }: Selection): readonly (readonly string[] | undefined)[] {
  return [agencies, counties, states, peerGroups];
}

/** The same words for the same filter, in whatever order it was written. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (Array.isArray(part) && part.every((node) => typeof node === 'string')) return part.toSorted();
    return part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part;
  });
}
