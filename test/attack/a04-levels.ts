import { treeOf } from '../../schema/catalogue/index.js';
import type { Tree } from '../../schema/catalogue/index.js';
import { chanceFrom } from '../../seeds/chance.js';
import type { Chance } from '../../seeds/chance.js';

import { algebraScore, componentsOf, expressionFrom, sumsThatDiffer } from './a04-set-algebra.js';
import type { Sum } from './a04-set-algebra.js';
import { canonicalCover, canonicalPlaces } from './maths/canonical-cover.js';
import type { Score } from './score.js';
import type { Filter } from './world/asking.js';
import type { World } from './world/open-world.js';
import { STATE, YEARS_TOGETHER, monthsIn, quartersOf } from './world/region.js';
import type { Place } from './world/region.js';

/** A set of agencies, in the words to ask for it in. */
interface PlaceSet {
  readonly where: Filter;
  readonly except: Filter;
  readonly agencies: ReadonlySet<string>;
}

/**
 * A4, over places and times: random sets of agencies, counties and peer groups in random windows up to the whole span.
 *
 * @param expressions how many.
 */
export async function levelAlgebra(world: World, expressions: number): Promise<Score> {
  const chance = chanceFrom(`set algebra of levels ${world.seed}`);
  const sums = Array.from({ length: expressions }, () => sumFrom(chance, world.places));
  return algebraScore('A4 levels', await sumsThatDiffer(world, 'stateOffice', sums));
}

function sumFrom(chance: Chance, places: readonly Place[]): Sum {
  const place = placesFrom(chance, places);
  const { question, kept } = expressionFrom(chance);
  const quarters = [...new Set(places.flatMap(quartersOf))];
  const from = chance.happens(0.3) ? 0 : chance.below(quarters.length);
  const window = quarters.slice(
    from,
    chance.happens(0.4) ? undefined : from + 1 + chance.below(quarters.length - from),
  );
  const times = canonicalCover(timeTree(quarters), new Set(window.flatMap(monthsIn)));
  const parts = placeFilters(places, place.agencies).flatMap((where) =>
    componentsOf(kept).flatMap((nodes) => times.map((period) => ({ where: { ...nodes, ...where }, period }))),
  );
  return {
    question: {
      where: { ...question.where, ...place.where },
      except: { ...question.except, ...place.except },
      period: [window.at(0) ?? '', window.at(-1) ?? ''],
    },
    parts,
  };
}

/** Peer groups, counties without some agencies, or agencies one by one: often a whole group, said in another way. */
function placesFrom(chance: Chance, places: readonly Place[]): PlaceSet {
  const groups = [...groupsOf(places)];
  const [, members = []] = groups[chance.below(groups.length)] ?? [];
  const some = places.map(({ id }) => id).filter(() => chance.happens(0.5));
  const named = chance.happens(0.5) ? members : [...members.slice(0, 1), ...some];
  const kind = chance.below(3);
  if (kind === 0) {
    const wanted = groups.filter(() => chance.happens(0.6)).map(([id]) => id);
    const asked = wanted.length === 0 ? groups.map(([id]) => id) : wanted;
    const inside = places.filter(({ peers = '' }) => asked.includes(peers));
    return { where: { PEER_GROUP: asked }, except: {}, agencies: new Set(inside.map(({ id }) => id)) };
  }
  if (kind === 1) return { where: { AGENCY: named }, except: {}, agencies: new Set(named) };
  const left = places.filter(({ id }) => !named.includes(id)).map(({ id }) => id);
  return left.length === 0
    ? placesFrom(chance, places)
    : { where: {}, except: { AGENCY: named }, agencies: new Set(left) };
}

/** The canonical places a set of agencies is made of, each as a filter. */
function placeFilters(places: readonly Place[], agencies: ReadonlySet<string>): readonly Filter[] {
  const areas = areaTree(places);
  const { axis, nodes } = canonicalPlaces(areas, groupsOf(places), agencies);
  const axisOf = (node: string): string =>
    node === STATE ? 'STATE' : areas.childrenOf(node).length > 0 ? 'COUNTY' : 'AGENCY';
  return nodes.map((node) => ({ [axis === 'PEER_GROUP' ? axis : axisOf(node)]: [node] }));
}

function groupsOf(places: readonly Place[]): ReadonlyMap<string, readonly string[]> {
  const ids = [...new Set(places.flatMap(({ peers }) => peers ?? []))];
  return new Map(ids.map((id) => [id, places.filter(({ peers }) => peers === id).map((place) => place.id)]));
}

function areaTree(places: readonly Place[]): Tree {
  const counties = [...new Set(places.map(({ county }) => county))];
  return treeOf([
    { node: STATE, parent: '*' },
    ...counties.map((node) => ({ node, parent: STATE })),
    ...places.map(({ id, county }) => ({ node: id, parent: county })),
  ]);
}

function timeTree(quarters: readonly string[]): Tree {
  const years = [...new Set(quarters.map((quarter) => quarter.slice(0, 4)))];
  return treeOf([
    { node: YEARS_TOGETHER, parent: '*' },
    ...years.map((node) => ({ node, parent: YEARS_TOGETHER })),
    ...quarters.map((node) => ({ node, parent: node.slice(0, 4) })),
    ...quarters.flatMap((parent) => monthsIn(parent).map((node) => ({ node, parent }))),
  ]);
}
