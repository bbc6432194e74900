import { ROOT, dimensions } from '../../schema/catalogue/index.js';
import { AskerError } from '../lib/index.js';
import { grainOf, monthsOf, rangeOf, refused } from '../table/index.js';
import type { OutcomesQuestion, Refused, Selection } from '../table/index.js';

import { leafSetOf } from './cover.js';
import type { Lattice } from './lattice.js';
import { common } from './restriction.js';
import type { Restriction } from './restriction.js';

/** What `where`, `except` and `period` keep, as leaves. Equal sets of encounters give equal restrictions. */
export function baseRestriction(question: OutcomesQuestion, lattice: Lattice): Restriction | Refused {
  const months = monthsAsked(question.period, lattice);
  if ('kind' in months) return months;

  return { agencies: agenciesAsked(question, lattice), months, leaves: leavesAsked(question) };
}

function leavesAsked({ where, except }: OutcomesQuestion): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = dimensions.filter(({ code }) => where.nodes[code] !== undefined || except.nodes[code] !== undefined);
  return new Map(
    asked.map(({ code, tree }) => [code, leafSetOf(tree, { within: where.nodes[code], without: except.nodes[code] })]),
  );
}

/** Agencies of the release in the places asked about. A place the release does not have is the asker's mistake. */
export function agenciesAsked({ where, except }: OutcomesQuestion, lattice: Lattice): ReadonlySet<string> {
  const places = (selection: Selection): readonly (readonly string[] | undefined)[] => [
    selection.states,
    selection.counties,
    selection.agencies,
  ];
  const named = [...places(where), ...places(except)].flatMap((list) => list ?? []);
  const groups = where.peerGroups ?? lattice.peers.childrenOf(ROOT);
  const strangers = [
    ...named.filter((place) => place === ROOT || !lattice.geography.has(place)),
    ...groups.filter((group) => lattice.peers.parentOf(group) !== ROOT),
  ];
  if (strangers.length > 0) throw unknownPlaces(strangers);

  const without = places(except).flatMap((list) => list ?? []);
  const areas = places(where)
    .map((within) => leafSetOf(lattice.geography, { within, without }))
    .reduce(common);
  return where.peerGroups === undefined ? areas : common(areas, leafSetOf(lattice.peers, { within: groups }));
}

/** The closed months of a period, or the refusal of one that is not released. @throws when it is no period. */
export function monthsAsked(period: OutcomesQuestion['period'], lattice: Lattice): ReadonlySet<string> | Refused {
  const asked = monthsNamed(period, lattice);
  const closed = new Set(lattice.months);
  return asked.every((month) => closed.has(month)) ? new Set(asked) : periodNotReleased(lattice);
}

/** The months of a period, closed or not; null is every closed one. @throws when it is no period. */
export function monthsNamed(period: OutcomesQuestion['period'], { months }: Lattice): readonly string[] {
  if (period === null) return months;
  if (grainOf(period.from) === null || grainOf(period.to) === null) throw badPeriod();

  const asked = monthsOf({ from: rangeOf(period.from).from, through: rangeOf(period.to).through });
  if (asked.length === 0) throw badPeriod();
  return asked;
}

function periodNotReleased({ months }: Lattice): Refused {
  return refused({
    reason: 'PERIOD_NOT_RELEASED',
    because: `The period reaches beyond what is released, ${String(months.at(0))} to ${String(months.at(-1))}.`,
    remedy: 'Ask for closed periods within it.',
  });
}

function badPeriod(): AskerError {
  return new AskerError(
    'BAD_PERIOD',
    'The period is not one. `from` and `to` are each a year `2024`, a quarter `2024-Q1`, a month `2024-03` or ' +
      'years `2023-2025`, and ' +
      '`from` is not after `to`. Write for instance { from: "2024-Q1", to: "2025-Q2" }.',
  );
}

function unknownPlaces(places: readonly string[]): AskerError {
  return new AskerError(
    'NOT_FOUND',
    `The release has no place called ${places.join(', ')}. States are USPS codes, counties read \`WA/King\`, and an ` +
      'agency has rows in a release once its accepted submission is published. Ask `agencies` and `peerGroups` for the names, ' +
      '`releases` for who is in.',
  );
}
