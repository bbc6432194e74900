/** Categories of several variables: how many each has. Cells are numbered with the last variable fastest. */
export type Shape = readonly number[];

/** Finds the table with given margins, starting from a seed. */
export type Fit = (seed: Float64Array, margins: readonly (readonly number[])[]) => Float64Array;

const ROUNDS_MAX = 100;
/** Largest move of a cell at which the fit is done, as a part of the whole. */
const MOVE_MAX = 1e-9;

/**
 * Fits tables of a shape to margins over some of its variables, by iterative proportional fitting.
 *
 * The fit keeps every interaction of the seed that the margins do not have. Protected margins contradict one another a
 * little: it then ends where it no longer moves, or after 100 rounds.
 *
 * Source: Deming and Stephan (1940), Ann. Math. Stat. 11, 427-444.
 *
 * @param kept for each margin, the positions of the variables it is over.
 */
export function fitterOf(shape: Shape, kept: readonly (readonly number[])[]): Fit {
  const places = kept.map((variables) => placesIn(shape, variables));

  return (seed, margins) => {
    const whole = margins[0]?.reduce((sum, value) => sum + value, 0) ?? 0;
    const table = seed.slice();
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const before = table.slice();
      for (const [index, placeOf] of places.entries()) scale(table, placeOf, margins[index] ?? []);
      if (largestMove(before, table) <= MOVE_MAX * whole) break;
    }
    return table;
  };
}

function scale(table: Float64Array, placeOf: Uint32Array, margin: readonly number[]): void {
  const sums = new Float64Array(margin.length);
  for (let cell = 0; cell < table.length; cell += 1) {
    const place = placeOf[cell] ?? 0;
    sums[place] = (sums[place] ?? 0) + (table[cell] ?? 0);
  }
  for (let cell = 0; cell < table.length; cell += 1) {
    const place = placeOf[cell] ?? 0;
    const sum = sums[place] ?? 0;
    table[cell] = sum === 0 ? 0 : ((table[cell] ?? 0) * (margin[place] ?? 0)) / sum;
  }
}

function largestMove(before: Float64Array, after: Float64Array): number {
  let most = 0;
  for (let cell = 0; cell < after.length; cell += 1) {
    most = Math.max(most, Math.abs((after[cell] ?? 0) - (before[cell] ?? 0)));
  }
  return most;
}

/** For every cell of a table, its place in the table over some of the variables. */
function placesIn(shape: Shape, variables: readonly number[]): Uint32Array {
  const cells = shape.reduce((product, size) => product * size, 1);
  return Uint32Array.from({ length: cells }, (_, cell) => {
    const categories = categoriesOf(cell, shape);
    return variables.reduce((place, variable) => place * (shape[variable] ?? 1) + (categories[variable] ?? 0), 0);
  });
}

/** The category of each variable that a cell is of. */
export function categoriesOf(cell: number, shape: Shape): readonly number[] {
  let rest = cell;
  const reversed = shape.toReversed().map((size) => {
    const category = rest % size;
    rest = Math.floor(rest / size);
    return category;
  });
  return reversed.toReversed();
}
