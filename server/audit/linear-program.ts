import { setImmediate } from 'node:timers/promises';

import type { LegacyHighs } from 'highs';

import type { Component } from './equation.js';
import type { Relation } from './relation.js';

/** A value of every hidden cell of a component that agrees with all that is shown. */
export type Solution = ReadonlyMap<number, number>;

/** A hidden cell to push as far as it goes. */
export interface Goal {
  readonly cell: number;
  /** Look no further than this; null to the end. */
  readonly upTo: number | null;
}

/** As far as goals can be pushed, all together. */
export interface Extreme {
  /** Null where there is no end: they can be as large as one likes. */
  readonly solution: Solution | null;
  /** The relations that keep them from going further: a proof, by their dual values. */
  readonly by: readonly Relation[];
}

export interface Pushing {
  readonly sense: 'Minimize' | 'Maximize';
  readonly floors: readonly number[];
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
 * The smallest or largest sum of some hidden cells, by linear programming with HiGHS.
 *
 * @returns null when no values agree with what is shown: it contradicts itself.
 */
export async function extremeOf(
  goals: readonly Goal[],
  component: Component,
  { sense, floors }: Pushing,
): Promise<Extreme | null> {
  const { cells, equations } = component;
  const highs = await openSolver();
  // Solving holds the thread: let others have it in between.
  await setImmediate();

  // Presolve says "infeasible or unbounded" of both; a log nobody reads takes longer than the solving.
  const { Status, Columns, Rows } = highs.solve(programOf(goals, component, { sense, floors }), {
    presolve: 'off',
    output_flag: false,
  });
  if (Status === 'Unbounded') return { solution: null, by: [] };
  if (Status !== 'Optimal') return null;
  return {
    solution: new Map(cells.map((cell) => [cell, primalOf(Columns[`x${cell}`])])),
    by: equations.flatMap(({ relation }, row) => (isBinding(Rows[row]) ? [relation] : [])),
  };
}

function programOf(goals: readonly Goal[], { cells, equations }: Component, { sense, floors }: Pushing): string {
  const side = sense === 'Maximize' ? '<=' : '>=';
  return [
    sense,
    ` obj: ${goals.map(({ cell }) => `x${cell}`).join(' + ')}`,
    'Subject To',
    ...equations.map(({ terms, sum }) => ` ${textOf(terms)} = ${sum}`),
    ...goals.flatMap(({ cell, upTo }) => (upTo === null ? [] : [` x${cell} ${side} ${upTo}`])),
    'Bounds',
    ...cells.map((cell) => ` x${cell} >= ${floors[cell] ?? 0}`),
    'End',
  ].join('\n');
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
