import type { Agency, Program } from '../../../schema/records/index.js';
import { monthsOf, rangeOf } from '../../table/index.js';

import type { Asking } from '../answers/protected-plan.js';
import { mayShowPlaces } from './placed-questions.js';
import type { Places } from './placed-questions.js';
import type { Study } from './study.js';

/** Who a program's agency is compared with. */
export interface ComparisonGroup {
  /** Agencies the asker may see, and areas that hide theirs; none when nobody qualifies. */
  readonly places: readonly Places[];
  readonly agencyIds: readonly string[];
  /** Agencies of the group that began or ended another program during the study. */
  readonly changed: readonly string[];
}

/**
 * The agencies an effect is measured against: of the same sort (police with police, providers with providers), without
 * any program of the model during the study, and reporting every month of it.
 *
 * One by one where the asker may see them; else a county or a state whose agencies all qualify and which hides each of
 * them in every quarter. From registry, calendar and pool rule alone: no count decides who is in it.
 */
export function comparisonGroup(asking: Asking, study: Study, programs: readonly Program[]): ComparisonGroup {
  const { scene, sight } = asking;
  const isFit = fitness(asking, study, programs);
  const maySeeSingle = sight.lens.finestGrain.AGENCY !== null;
  const inScope = scopeOf(asking);

  const fit = scene.places.filter(({ agencyId }) => inScope.has(agencyId) && isFit(agencyId));
  const single = fit.filter(({ agencyId }) => maySeeSingle && sight.visibleAgencies.has(agencyId));
  const others = fit.filter((place) => !single.includes(place));
  const areas = areasOf(asking, others, isFit);

  const places: readonly Places[] = [{ axis: 'AGENCY', nodes: single.map(({ agencyId }) => agencyId) }, ...areas];
  const agencyIds = agenciesIn(places, asking);
  return {
    places: places.filter(({ nodes }) => nodes.length > 0),
    agencyIds,
    changed: agencyIds.filter((id) =>
      programs.some((program) => program.agencyId === id && changesWithin(program, study)),
    ),
  };
}

function agenciesIn(places: readonly Places[], { scene }: Asking): readonly string[] {
  return [...new Set(places.flatMap(({ nodes }) => nodes).flatMap(scene.lattice.geography.leavesOf))].toSorted();
}

function scopeOf({ question, scene }: Asking): ReadonlySet<string> {
  const { states } = question.where;
  return new Set(scene.places.filter(({ state }) => states?.includes(state) ?? true).map(({ agencyId }) => agencyId));
}

/** States, else counties, of agencies that all qualify and are hidden in it. */
function areasOf(
  asking: Asking,
  others: readonly { readonly state: string; readonly county: string }[],
  isFit: (agencyId: string) => boolean,
): readonly Places[] {
  const { geography } = asking.scene.lattice;
  const isOpen = (axis: Places['axis'], node: string): boolean =>
    geography.leavesOf(node).every(isFit) && mayShowPlaces(asking, { axis, nodes: [node] }, ['QUARTER']);

  const states = [...new Set(others.map(({ state }) => state))].filter((state) => isOpen('STATE', state));
  const rest = others.filter(({ state }) => !states.includes(state));
  const counties = [...new Set(rest.map(({ county }) => county))].filter((county) => isOpen('COUNTY', county));
  return [
    { axis: 'COUNTY', nodes: counties.toSorted() },
    { axis: 'STATE', nodes: states.toSorted() },
  ];
}

function fitness({ scene }: Asking, study: Study, programs: readonly Program[]): (agencyId: string) => boolean {
  const { agencyId: treatedId, responseModel } = study.program;
  const months = study.quarters.flatMap(({ quarter }) => monthsOf(rangeOf(quarter)));
  const reporting = scene.release.manifest.participants.filter((participant) => {
    const reported = new Set(participant.months);
    return months.every((month) => reported.has(month));
  });
  const complete = new Set(reporting.map(({ agencyId }) => agencyId));
  const treated = scene.agencies.get(treatedId);
  const withModel = new Set(
    programs
      .filter((program) => program.responseModel === responseModel && runsWithin(program, months))
      .map(({ agencyId }) => agencyId),
  );

  return (id) =>
    id !== treatedId &&
    complete.has(id) &&
    !withModel.has(id) &&
    isProvider(scene.agencies.get(id)) === isProvider(treated);
}

function isProvider(agency: Agency | undefined): boolean {
  return agency?.kind === 'BEHAVIORAL_HEALTH_PROVIDER';
}

function runsWithin({ startedOn, endedOn }: Program, months: readonly string[]): boolean {
  const [first = '', last = ''] = [months.at(0), months.at(-1)];
  return startedOn.slice(0, 7) <= last && (endedOn === null || endedOn.slice(0, 7) >= first);
}

function changesWithin({ startedOn, endedOn }: Program, { quarters }: Study): boolean {
  const months = quarters.flatMap(({ quarter }) => monthsOf(rangeOf(quarter)));
  const [first = '', last = ''] = [months.at(0), months.at(-1)];
  const isWithin = (day: string | null): boolean => day !== null && day.slice(0, 7) > first && day.slice(0, 7) <= last;
  return isWithin(startedOn) || isWithin(endedOn);
}
