import type { LegacyHighs } from 'highs';

import type { Component } from './equation.js';
import type { Relation } from './relation.js';

/** A value of every hidden cell of a component that agrees with all that is shown. */
export type Solution = ReadonlyMap<number, number>;

/** One end of what a hidden cell can be. */
export interface Bound {
  /** Null where there is no end: the cell can be as large as one likes. */
  readonly value: number | null;
  /** Values of all cells at this end; null where there is none. */
  readonly solution: Solution | null;
  /** The relations that keep the cell from going further: a proof of the bound, by their dual values. */
  readonly by: readonly Relation[];
}

/** How far a program looks. */
export interface Looking {
  readonly sense: 'Minimize' | 'Maximize';
  /** Look no further than this; null to the end. */
  readonly upTo: number | null;
}

let solver: Promise<LegacyHighs> | null = null;

/** The solver is a megabyte of WebAssembly: it is loaded when first needed, not when the house opens. */
async function openSolver(): Promise<LegacyHighs> {
  solver ??= import('highs').then(({ default: load }) => (load as unknown as () => Promise<LegacyHighs>)());
  return solver;
}

/** Values this close are equal: counts are whole, and the solver works to a millionth. */
const DIGITS = 1e6;

/**
 * The smallest or largest value a hidden cell can have, by linear programming with HiGHS.
 *
 * @returns null when no values agree with what is shown: it contradicts itself.
 */
export async function boundOf(
  cell: number,
  { cells, equations }: Component,
  { floors, sense, upTo }: Looking & { readonly floors: readonly number[] },
): Promise<Bound | null> {
  const highs = await openSolver();
  const floored = cells.flatMap((other) => ((floors[other] ?? 0) > 0 ? [` x${other} >= ${floors[other] ?? 0}`] : []));
  const program = [
    sense,
    ` obj: x${cell}`,
    'Subject To',
    ...equations.map(({ terms, sum }) => ` ${textOf(terms)} = ${sum}`),
    ...(upTo === null ? [] : [` x${cell} ${sense === 'Maximize' ? '<=' : '>='} ${upTo}`]),
    'Bounds',
    ...floored,
    'End',
  ].join('\n');

  // Presolve says "infeasible or unbounded" of both.
  const { Status, Columns, Rows } = highs.solve(program, { presolve: 'off' });
  if (Status === 'Unbounded') return { value: null, solution: null, by: [] };
  if (Status !== 'Optimal') return null;
  const solution = new Map(cells.map((other) => [other, primalOf(Columns[`x${other}`])]));
  const by = equations.flatMap(({ relation }, row) => (isBinding(Rows[row]) ? [relation] : []));
  return { value: solution.get(cell) ?? 0, solution, by };
}

function textOf(terms: ReadonlyMap<number, number>): string {
  return [...terms].map(([cell, sign]) => `${sign < 0 ? '-' : '+'} x${cell}`).join(' ');
}

function primalOf(column: { readonly Primal?: number } | undefined): number {
  const value = Math.round((column?.Primal ?? 0) * DIGITS) / DIGITS;
  return value === 0 ? 0 : value;
}

function isBinding(row: object | undefined): boolean {
  return row !== undefined && 'Dual' in row && Math.abs(Number(row.Dual)) * DIGITS >= 1;
}
