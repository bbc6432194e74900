import { agenciesAsked, monthsAsked } from '../../plan/index.js';
import { quarterOf, yearOf } from '../../table/index.js';
import type { Lattice } from '../../plan/index.js';
import type { AgencyPlace } from '../../table/index.js';

import type { Asking } from '../answers/protected-plan.js';

/** Agencies whose numbers are pooled or laid side by side, and when. */
export interface ComparedSet {
  readonly agencyIds: readonly string[];
  /** In order. */
  readonly months: readonly string[];
}

/** The smallest axis of a table decides what is pooled in a row. */
const PLACES: readonly (readonly [axis: string, nameOf: (place: AgencyPlace, lattice: Lattice) => string | null])[] = [
  ['AGENCY', ({ agencyId }) => agencyId],
  ['PEER_GROUP', ({ agencyId }, { peerGroupOf }) => peerGroupOf(agencyId)],
  ['COUNTY', ({ county }) => county],
  ['STATE', ({ state }) => state],
];
const TIMES: readonly (readonly [axis: string, nameOf: (month: string, lattice: Lattice) => string | null])[] = [
  ['MONTH', (month) => month],
  ['QUARTER', quarterOf],
  ['YEAR', yearOf],
  ['YEARS', (month, { yearsAround }) => yearsAround(yearOf(month))],
];

/**
 * The sets of agencies and months a question compares within: one for every place and time its rows tell apart.
 *
 * Found without planning a cell, because every question is judged. None for a period that is not released: it is refused.
 */
export function comparedSets({ question, scene }: Asking): readonly ComparedSet[] {
  const months = monthsAsked(question.period, scene.lattice);
  if ('kind' in months) return [];

  const asked = agenciesAsked(question, scene.lattice);
  const places = scene.places.filter(({ agencyId }) => asked.has(agencyId));
  const nameOfPlace = PLACES.find(([axis]) => question.by.includes(axis))?.[1];
  const nameOfTime = TIMES.find(([axis]) => question.by.includes(axis))?.[1];

  const name =
    <Item>(nameOf: (item: Item, lattice: Lattice) => string | null = () => '') =>
    (item: Item) =>
      nameOf(item, scene.lattice);
  return grouped(places, name(nameOfPlace)).flatMap((group) =>
    grouped([...months], name(nameOfTime)).map((spell) => ({
      agencyIds: group.map(({ agencyId }) => agencyId),
      months: spell,
    })),
  );
}

/** What is in no group, such as an agency without peers, is in no row either. */
function grouped<Item>(items: readonly Item[], nameOf: (item: Item) => string | null): readonly (readonly Item[])[] {
  const groups = new Map<string | null, Item[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  groups.delete(null);
  return [...groups.values()];
}
