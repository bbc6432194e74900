import { ROOT, treeOf } from '../../schema/catalogue/index.js';
import type { Tree } from '../../schema/catalogue/index.js';
import { grainOf, monthsOf, quarterOf, rangeOf, yearOf } from '../table/index.js';
import type { AgencyPlace, GeographyLevel, GeographyNode, MonthRange } from '../table/index.js';

/** The geography and the closed periods of one release: with the catalogue, every cell that can be asked for. */
export interface Lattice {
  readonly geography: Tree;
  readonly time: Tree;
  /** Closed months, in order. */
  readonly months: readonly string[];
  readonly geographyNodeOf: (node: string) => GeographyNode;
  /** A time node is canonical when every month it spans is closed; all time together never is. */
  readonly isCanonicalTime: (node: string) => boolean;
}

export function latticeOf(agencies: readonly AgencyPlace[], closed: MonthRange): Lattice {
  const months = monthsOf(closed);
  const isClosed = new Set(months);
  const geography = geographyTree(agencies);

  return {
    geography,
    time: timeTree(months),
    months,
    geographyNodeOf: (node) => ({
      level: levelOf(node, geography),
      id: node === ROOT ? 'region' : node,
      agencyIds: geography.leavesOf(node),
    }),
    isCanonicalTime: (node) => grainOf(node) !== null && monthsOf(rangeOf(node)).every((month) => isClosed.has(month)),
  };
}

function geographyTree(agencies: readonly AgencyPlace[]): Tree {
  const sorted = agencies.toSorted((one, other) => (one.agencyId < other.agencyId ? -1 : 1));
  const states = unique(sorted.map(({ state }) => state)).map((state) => ({ node: state, parent: ROOT }));
  const counties = new Map(sorted.map(({ county, state }) => [county, { node: county, parent: state }]));
  const leaves = sorted.map(({ agencyId, county }) => ({ node: agencyId, parent: county }));
  return treeOf([...states, ...counties.values(), ...leaves]);
}

function timeTree(months: readonly string[]): Tree {
  const years = unique(months.map(yearOf)).map((year) => ({ node: year, parent: ROOT }));
  const quarters = unique(months.map(quarterOf)).map((quarter) => ({ node: quarter, parent: yearOf(quarter) }));
  const leaves = months.map((month) => ({ node: month, parent: quarterOf(month) }));
  return treeOf([...years, ...quarters, ...leaves]);
}

function levelOf(node: string, geography: Tree): GeographyLevel {
  if (node === ROOT) return 'REGION';
  if (geography.childrenOf(node).length === 0) return 'AGENCY';
  return geography.childrenOf(ROOT).includes(node) ? 'STATE' : 'COUNTY';
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted();
}
