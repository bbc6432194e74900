import fc from 'fast-check';

import { dimensions } from '../../schema/catalogue/index.js';
import type { AgencyPlace, OutcomesQuestion, Selection } from '../../server/table/index.js';

import { encounter } from './encounters.js';

/** Three agencies in two counties, one of which has a single agency. */
export const PLACES = [
  { agencyId: 'east-pd', county: 'OR/East', state: 'OR' },
  { agencyId: 'west-pd', county: 'WA/West', state: 'WA' },
  { agencyId: 'west-so', county: 'WA/West', state: 'WA' },
];

/** Alike, in two counties of two states. */
export const EXTRAS = {
  yearSpans: { length: 2, origin: 2024 },
  peerGroups: [{ id: 'alike', agencyIds: ['east-pd', 'west-so'] }],
};

export const MONTHS = ['2024-11', '2024-12', '2025-01', '2025-02', '2025-03'];
export const RANGE = { from: '2024-01', through: '2025-12' };

/** Dimensions few enough that cells fill up. */
const VARIED = ['RESPONSE_MODEL', 'CALL_TYPE', 'DISPOSITION', 'FORCE', 'SHIFT'];
const varied = dimensions.filter(({ code }) => VARIED.includes(code));

/** Encounters of the three agencies, dense enough to be shown and sparse enough to be suppressed. */
export function encounterSets(): fc.Arbitrary<
  readonly { readonly agencyId: string; readonly record: ReturnType<typeof encounter> }[]
> {
  const one = fc.record({
    agencyId: fc.constantFrom(...PLACES.map(({ agencyId }) => agencyId)),
    month: fc.constantFrom(...MONTHS),
    person: fc.option(fc.integer({ min: 1, max: 12 })),
    leaves: fc.record(
      Object.fromEntries(varied.map(({ code, tree }) => [code, fc.constantFrom(...tree.leaves.slice(0, 4))])),
    ),
  });
  return fc.array(one, { minLength: 80, maxLength: 240 }).map((list) =>
    list.map(({ agencyId, month, leaves, person }, index) => ({
      agencyId,
      record: { ...encounter(`${agencyId} ${index}`, month, leaves), personToken: tokenOf(person) },
    })),
  );
}

/** A token for one of a few persons, who so come again and again. */
function tokenOf(person: number | null): string | null {
  return person === null ? null : person.toString(16).padStart(32, '0');
}

/** Questions over those dimensions, with inner nodes, overlaps and exclusions. */
export function questions(): fc.Arbitrary<OutcomesQuestion> {
  const nodesOf = fc.record(
    Object.fromEntries(
      varied.map(({ code, nodes }) => [
        code,
        fc.subarray(
          nodes.map((node) => node.code),
          { minLength: 1, maxLength: 4 },
        ),
      ]),
    ),
    { requiredKeys: [] },
  );
  return fc.record({
    releaseId: fc.constant(null),
    where: fc
      .tuple(nodesOf, fc.option(fc.constant(['alike'])))
      .map(([nodes, peerGroups]) => ({ nodes: only(nodes, 1), ...(peerGroups && { peerGroups }) })),
    except: nodesOf.map((nodes) => ({ nodes: only(nodes, 1) })),
    period: fc.constantFrom(
      null,
      { from: '2025-Q1', to: '2025-Q1' },
      { from: '2024-12', to: '2025-02' },
      { from: '2024', to: '2025' },
    ),
    by: fc.subarray(['RESPONSE_MODEL', 'SHIFT', 'STATE', 'COUNTY', 'PEER_GROUP', 'QUARTER', 'YEARS'], { maxLength: 2 }),
    measures: fc.subarray(['arrestRate', 'useOfForceRate', 'coverageByShift'], { minLength: 1 }),
  });
}

function only(
  record: Readonly<Record<string, readonly string[] | undefined>>,
  count: number,
): Readonly<Record<string, readonly string[]>> {
  const given = Object.entries(record).flatMap(([code, nodes]) =>
    nodes === undefined ? [] : [[code, nodes] as const],
  );
  return Object.fromEntries(given.slice(0, count));
}

/** Questions that often ask for too much: many axes, small places, short, open and ragged periods. */
export function boldQuestions({
  places,
  periods,
}: {
  places: readonly AgencyPlace[];
  periods: readonly OutcomesQuestion['period'][];
}): fc.Arbitrary<OutcomesQuestion> {
  const axes = [...VARIED, 'AGENCY', 'COUNTY', 'STATE', 'MONTH', 'QUARTER', 'YEAR'];
  const selections = fc.record({
    nodes: fc.subarray(varied, { maxLength: 3 }).chain((some) => {
      const lists = some.map(({ code, tree }) => [code, fc.subarray([...tree.leaves], { minLength: 1, maxLength: 3 })]);
      return fc.record(Object.fromEntries(lists) as Record<string, fc.Arbitrary<string[]>>);
    }),
    places: fc.constantFrom(null, null, ...places.flatMap((place) => placesAround(place))),
  });
  const selection = selections.map(({ nodes, places: some }) => ({ nodes, ...some }));
  return fc.record({
    releaseId: fc.constant(null),
    where: selection,
    except: fc.oneof({ weight: 3, arbitrary: fc.constant({ nodes: {} }) }, { weight: 1, arbitrary: selection }),
    period: fc.constantFrom(...periods),
    by: fc.uniqueArray(fc.constantFrom(...axes), { maxLength: 4 }),
    measures: fc.subarray(['arrestRate', 'useOfForceRate', 'coverageByShift', 'sceneMinutes'], { maxLength: 3 }),
  });
}

function placesAround({ agencyId, county, state }: AgencyPlace): readonly Partial<Selection>[] {
  return [
    { agencies: [agencyId] },
    { counties: [county] },
    { states: [state] },
    { counties: [county], states: [state] },
  ];
}
