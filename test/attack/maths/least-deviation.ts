import loadHighs from 'highs';

import type { Terms } from './corners.js';

/** The types of the package are those of its CommonJS form; what is imported is the ES one, a plain function. */
const openHighs = loadHighs as unknown as typeof loadHighs.default;

/** Largest noise there is. */
export const NOISE_MAX = 10;

/** A sum of unknowns: its displayed value, or null where it is hidden below a threshold. */
export interface Sum {
  readonly terms: Terms;
  readonly value: number | null;
}

/** Unknowns of at least zero, sums of them as displayed, and combinations that must vanish. */
export interface Problem {
  readonly size: number;
  readonly sums: readonly Sum[];
  readonly zeros: readonly Terms[];
  /** Smallest count the lens shows. */
  readonly threshold: number;
}

/**
 * The unknowns that explain what is displayed with the least noise in all: a linear program, solved by HiGHS.
 *
 * No noise exceeds its bound, and hidden sums lie within what could have been hidden. Dinur and Nissim (2003).
 */
export async function leastDeviation(problem: Problem): Promise<readonly number[]> {
  const highs = await openHighs();
  const { Columns } = highs.solve(programOf(problem), { presolve: 'on' });
  return Array.from({ length: problem.size }, (_, index) => {
    const column = Columns[`x${index}`];
    return column !== undefined && 'Primal' in column ? column.Primal : 0;
  });
}

function programOf({ sums, zeros, threshold }: Problem): string {
  const shown = sums.map((sum, index) => ({ ...sum, index })).filter(({ value }) => value !== null);
  const hidden = sums.filter(({ value }) => value === null);
  const hiddenMax = threshold - 1 + NOISE_MAX;
  return [
    'Minimize',
    ` obj: ${shown.map(({ index }) => `p${index} + m${index}`).join(' + ')}`,
    'Subject To',
    ...shown.map(({ terms, value, index }) => ` ${textOf(terms)} + p${index} - m${index} = ${value}`),
    ...hidden.map(({ terms }) => ` ${textOf(terms)} <= ${hiddenMax}`),
    ...zeros.map((terms) => ` ${textOf(terms)} = 0`),
    'Bounds',
    ...shown.flatMap(({ index }) => [` p${index} <= ${NOISE_MAX}`, ` m${index} <= ${NOISE_MAX}`]),
    'End',
  ].join('\n');
}

function textOf(terms: Terms): string {
  return [...terms].map(([index, sign]) => `${sign < 0 ? '-' : '+'} ${Math.abs(sign)} x${index}`).join(' ');
}
