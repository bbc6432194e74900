import { componentsOf } from './equation.js';
import type { Component, Equation } from './equation.js';
import type { Relation } from './relation.js';

/** A hidden cell that adding and subtracting shown cells gives exactly. */
export interface KnownCell {
  readonly cell: number;
  /** The relations that, added with some weights, leave nothing but the cell. */
  readonly by: readonly Relation[];
}

/** A weighted sum of equations: what it says of the hidden cells, and which equations it was made of. */
interface Row {
  readonly terms: ReadonlyMap<number, bigint>;
  readonly weights: ReadonlyMap<number, bigint>;
}

/**
 * The hidden cells that linear algebra alone gives away: whose unit vector is in the row space of the equations.
 *
 * Gaussian elimination in whole numbers without limit, so exact: a row keeps its rationals as integers over one
 * denominator that is never needed. Source: disclosure policy, section 2.9.
 */
export function knownCellsOf(equations: readonly Equation[]): readonly KnownCell[] {
  return componentsOf(equations).flatMap(knownIn);
}

function knownIn({ equations }: Component): readonly KnownCell[] {
  const pivots = new Map<number, Row>();
  equations.forEach(({ terms }, index) => {
    const row = reduced(
      { terms: new Map([...terms].map(([cell, sign]) => [cell, BigInt(sign)])), weights: new Map([[index, 1n]]) },
      pivots,
    );
    const [pivot] = row.terms.keys();
    if (pivot === undefined) return;
    for (const [cell, other] of pivots) if (other.terms.has(pivot)) pivots.set(cell, without(pivot, other, row));
    pivots.set(pivot, row);
  });

  return [...pivots]
    .filter(([, { terms }]) => terms.size === 1)
    .map(([cell, { weights }]) => ({
      cell,
      by: [...weights.keys()].flatMap((index) => equations[index]?.relation ?? []),
    }))
    .toSorted((one, other) => one.cell - other.cell);
}

function reduced(row: Row, pivots: ReadonlyMap<number, Row>): Row {
  return [...row.terms.keys()].reduce((rest, cell) => {
    const pivot = pivots.get(cell);
    return pivot === undefined ? rest : without(cell, rest, pivot);
  }, row);
}

/** A row less as much of a pivot row as makes one cell vanish. */
function without(cell: number, row: Row, pivot: Row): Row {
  const [factor, divisor] = [row.terms.get(cell) ?? 0n, pivot.terms.get(cell) ?? 1n];
  const terms = combined(row.terms, { times: divisor }, pivot.terms, { times: -factor });
  const weights = combined(row.weights, { times: divisor }, pivot.weights, { times: -factor });
  const common = [...terms.values(), ...weights.values()].reduce(greatestCommonDivisor, 0n);
  return common <= 1n ? { terms, weights } : { terms: divided(terms, common), weights: divided(weights, common) };
}

function combined(
  one: ReadonlyMap<number, bigint>,
  { times }: { readonly times: bigint },
  other: ReadonlyMap<number, bigint>,
  { times: otherTimes }: { readonly times: bigint },
): ReadonlyMap<number, bigint> {
  const sums = new Map([...one].map(([key, value]) => [key, value * times]));
  for (const [key, value] of other) {
    const sum = (sums.get(key) ?? 0n) + value * otherTimes;
    if (sum === 0n) sums.delete(key);
    else sums.set(key, sum);
  }
  return sums;
}

function divided(values: ReadonlyMap<number, bigint>, by: bigint): ReadonlyMap<number, bigint> {
  return new Map([...values].map(([key, value]) => [key, value / by]));
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
