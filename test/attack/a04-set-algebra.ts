import { dimensionOf } from '../../schema/catalogue/index.js';
import { chanceFrom } from '../../seeds/chance.js';
import type { Chance } from '../../seeds/chance.js';

import { canonicalCover, crossed } from './maths/canonical-cover.js';
import { rounded, share } from './score.js';
import type { Score } from './score.js';
import { rowsOf } from './world/asking.js';
import type { Count, Filter, Question } from './world/asking.js';
import { VARIED } from './world/latent-classes.js';
import type { Role, World } from './world/open-world.js';

const COMPONENTS_MAX = 64;
const PERIOD = '2025-Q1';

/** A set of encounters: the leaves it keeps of some dimensions, and the words to ask for it in. */
export interface Expression {
  readonly question: Question;
  readonly kept: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * A4: random unions, complements and differences: is every answer the sum of displayed canonical cells?
 *
 * @param expressions how many.
 */
export async function setAlgebra(world: World, expressions: number): Promise<Score> {
  const chance = chanceFrom(`set algebra ${world.seed}`);
  const sums = Array.from({ length: expressions }, () => asSum(expressionFrom(chance)));
  return algebraScore('A4', await sumsThatDiffer(world, 'researcher', sums));
}

function asSum({ question, kept }: Expression): Sum {
  return {
    question: { ...question, period: PERIOD },
    parts: componentsOf(kept).map((where) => ({ where, period: PERIOD })),
  };
}

/** A question, and the single canonical cells it is made of. */
export interface Sum {
  readonly question: Question;
  readonly parts: readonly Question[];
}

/** Answers that are not the sum of what is displayed of their parts, of all that were asked. */
export async function sumsThatDiffer(
  world: World,
  role: Role,
  sums: readonly Sum[],
): Promise<{ readonly asked: number; readonly mismatches: readonly string[] }> {
  const asked = sums.filter(({ parts }) => parts.length <= COMPONENTS_MAX);
  const parts = new Map(asked.flatMap((sum) => sum.parts.map((part) => [JSON.stringify(part), part] as const)));
  const [wholes, singles] = [
    await world.ask(
      role,
      asked.map(({ question }) => question),
    ),
    await world.ask(role, [...parts.values()]),
  ];
  const countOf = new Map([...parts.keys()].map((name, index) => [name, rowsOf(singles[index])[0]?.encounters]));
  const mismatches = asked.flatMap(({ question, parts: some }, index) => {
    const [row] = rowsOf(wholes[index]);
    const counts = some.flatMap((part) => countOf.get(JSON.stringify(part)) ?? []);
    const isRight = row !== undefined && counts.length === some.length && isSumOf(row.encounters, counts);
    return isRight ? [] : [`${JSON.stringify(question)} reads ${JSON.stringify(row?.encounters)}`];
  });
  return { asked: asked.length, mismatches };
}

export function algebraScore(
  id: string,
  { asked, mismatches }: { readonly asked: number; readonly mismatches: readonly string[] },
): Score {
  const mismatch = share(mismatches.length, asked);
  return {
    id,
    score: rounded(mismatch),
    baseline: 0,
    passes: mismatch === 0 && asked > 0,
    breaks: mismatch > 0,
    finding: mismatches[0] ?? `${asked} set expressions are sums of displayed cells`,
  };
}

function isSumOf(answer: Count, parts: readonly Count[]): boolean {
  const shown = parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const hidden = parts.filter(({ value }) => value === null).length;
  return hidden === 0
    ? answer.value === shown
    : answer.value === null && answer.atLeast === shown && answer.suppressedComponents === hidden;
}

/** The single canonical cells an expression is made of, each as a filter of one node a dimension. */
export function componentsOf(kept: Expression['kept']): readonly Filter[] {
  return crossed(
    [...kept].flatMap(([code, leaves]) => {
      const { tree } = dimensionOf(code);
      const isWhole = leaves.size === tree.leaves.length;
      return isWhole ? [] : [canonicalCover(tree, leaves).map((node) => ({ [code]: [node] }))];
    }),
  ).map((filters) => Object.assign({}, ...filters) as Filter);
}

/** One to three dimensions, each restricted from the inside, from the outside, or both. */
export function expressionFrom(chance: Chance): Expression {
  const codes = [
    ...new Set([1, 2, 3].slice(0, 1 + chance.below(3)).map(() => VARIED[chance.below(VARIED.length)] ?? '')),
  ];
  const parts = codes.map((code) => {
    const { nodes, tree } = dimensionOf(code);
    const some = (): readonly string[] => nodes.map((node) => node.code).filter(() => chance.happens(0.3));
    const [within, without] = [some(), some()];
    const inside = within.length === 0 ? tree.leaves : within.flatMap((node) => tree.leavesOf(node));
    const outside = new Set(without.flatMap((node) => tree.leavesOf(node)));
    return { code, within, without, kept: new Set(inside.filter((leaf) => !outside.has(leaf))) };
  });
  const said = (side: 'within' | 'without'): Filter =>
    Object.fromEntries(parts.filter((part) => part[side].length > 0).map((part) => [part.code, part[side]]));
  const isEmpty = parts.some(({ kept }) => kept.size === 0);
  if (isEmpty) return expressionFrom(chance);
  return {
    question: { where: said('within'), except: said('without') },
    kept: new Map(parts.map(({ code, kept }) => [code, kept])),
  };
}
