import { ROOT, dimensionOf } from '../../../schema/catalogue/index.js';
import { KNOWN } from '../../../schema/codelists/index.js';

import { rowsOf } from './asking.js';
import type { Answer, Filter, Question } from './asking.js';
import type { Role, World } from './open-world.js';

/** Dimension -> node; a dimension not named is whole. */
export type Nodes = Readonly<Record<string, string>>;

/** One displayed cell: its nodes, and its value or null where it is hidden. */
export interface Look {
  readonly nodes: Nodes;
  readonly value: number | null;
  /** Axis of place or time -> category, where the tables are laid out by any. */
  readonly at?: Readonly<Record<string, string>>;
}

export interface Crawl {
  readonly dimensions: readonly string[];
  readonly orderMax: number;
  readonly period: NonNullable<Question['period']>;
  readonly where?: Filter;
  /** Axes of place and time that every table is laid out by too. */
  readonly axes?: readonly string[];
}

/**
 * Everything a role may see of a place and a period: each table up to an order, over leaves and over headings. Cells that
 * are not served at all are no looks: of them it is not even known that they are small.
 *
 * Only known leaves: in the attacked region nothing is unknown, and an attacker can tell.
 */
export async function crawled(world: World, role: Role, crawl: Crawl): Promise<readonly Look[]> {
  const questions = questionsOf(crawl);
  return looksFrom(questions, await world.ask(role, questions), crawl);
}

/** The same of the agency of the role, exact. */
export async function crawledOwn(world: World, role: Role, crawl: Crawl): Promise<readonly Look[]> {
  const questions = questionsOf(crawl);
  return looksFrom(questions, await world.askOwn(role, questions), crawl);
}

export function cellName(nodes: Nodes): string {
  return Object.entries(nodes)
    .map(([code, node]) => `${code}=${node}`)
    .toSorted()
    .join(' ');
}

export function withoutDimension(nodes: Nodes, dimension: string): Nodes {
  return Object.fromEntries(Object.entries(nodes).filter(([code]) => code !== dimension));
}

/** The cell one step up in a dimension: at the heading above, or without the dimension. */
export function parentIn(nodes: Nodes, dimension: string): Nodes {
  const above = dimensionOf(dimension).tree.parentOf(nodes[dimension] ?? '') ?? ROOT;
  const rest = withoutDimension(nodes, dimension);
  return above === ROOT || above === KNOWN ? rest : { ...rest, [dimension]: above };
}

/** Headings below KNOWN: what a dimension can be restricted to besides its leaves. */
export function headingsOf(dimension: string): readonly string[] {
  const { nodes, tree } = dimensionOf(dimension);
  return nodes.filter(({ code, isLeaf }) => !isLeaf && code !== KNOWN && tree.has(code)).map(({ code }) => code);
}

export function leavesOf(dimension: string): readonly string[] {
  return dimensionOf(dimension).tree.leavesOf(KNOWN);
}

function questionsOf({ dimensions, orderMax, period, where = {}, axes = [] }: Crawl): readonly Question[] {
  return subsetsOf(dimensions, orderMax).flatMap((subset) => [
    { by: [...axes, ...subset], where, period },
    ...subset.flatMap((heading) =>
      headingsOf(heading).map((node) => ({
        by: [...axes, ...subset.filter((code) => code !== heading)],
        where: { ...where, [heading]: [node] },
        period,
      })),
    ),
  ]);
}

function looksFrom(
  questions: readonly Question[],
  answers: readonly Answer[],
  { dimensions, axes = [] }: Crawl,
): readonly Look[] {
  const failed = answers.find((answer) => answer.kind === 'ERROR');
  if (failed !== undefined) throw new Error(`A crawl was not answered: ${JSON.stringify(failed)}`);

  const looks = questions.flatMap(({ where = {} }, index) =>
    rowsOf(answers[index])
      .filter(({ encounters }) => encounters.status !== 'NOT_PERMITTED')
      .map(({ group, encounters }) => ({
        nodes: { ...only(group, dimensions), ...headingIn(where, dimensions) },
        value: encounters.value,
        at: only(group, axes),
      })),
  );
  const known = looks.filter(({ nodes }) => Object.entries(nodes).every(([code, node]) => isKnown(code, node)));
  return [...new Map(known.map((look) => [cellName({ ...look.nodes, ...look.at }), look])).values()];
}

function isKnown(code: string, node: string): boolean {
  return leavesOf(code).includes(node) || headingsOf(code).includes(node);
}

function only(group: Nodes, axes: readonly string[]): Nodes {
  return Object.fromEntries(Object.entries(group).filter(([axis]) => axes.includes(axis)));
}

function headingIn(where: Filter, dimensions: readonly string[]): Nodes {
  const restricted = Object.entries(where).filter(([axis]) => dimensions.includes(axis));
  return Object.fromEntries(restricted.map(([code, [node = '']]) => [code, node]));
}

/** Every subset of at most so many, the empty one included. */
export function subsetsOf(codes: readonly string[], most: number): readonly (readonly string[])[] {
  const [first, ...others] = codes;
  if (first === undefined) return [[]];
  const without = subsetsOf(others, most);
  return [...without, ...without.filter((subset) => subset.length < most).map((subset) => [first, ...subset])];
}

/** Cells that differ in one dimension only, and the name of the cell they add up to. */
export interface LookFamily {
  readonly parent: string;
  readonly parts: readonly Look[];
}

export function familiesOf(looks: readonly Look[]): readonly LookFamily[] {
  const families = new Map<string, { parent: string; parts: Look[] }>();
  for (const look of looks) {
    for (const dimension of Object.keys(look.nodes)) {
      const parent = cellName(parentIn(look.nodes, dimension));
      const family = families.get(`${dimension} ${parent}`) ?? { parent, parts: [] };
      families.set(`${dimension} ${parent}`, family);
      family.parts.push(look);
    }
  }
  return [...families.values()];
}
