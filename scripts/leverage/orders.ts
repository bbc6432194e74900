/**
 * Categories of the dimensions of the synthetic lattice, the policy's own: eleven, none with headings.
 *
 * Source: disclosure policy, section 3.
 */
export const CATEGORIES: readonly number[] = [8, 7, 6, 3, 7, 5, 4, 2, 3, 2, 2];

/** Least and most of the variance kept by the cells of one order. */
export interface Kept {
  readonly order: number;
  readonly least: number;
  readonly most: number;
}

/**
 * The variance kept by cells of every order up to the highest published, all tables up to it combined.
 *
 * Exact: the tables of all sets of at most `orderMax` dimensions split into independent effects, one for each set, and
 * every table that has an effect tells of it as much as its cells are large. Source: analysis of variance.
 */
export function keptByOrder(orderMax: number, categories: readonly number[] = CATEGORIES): readonly Kept[] {
  const published = subsets(categories.length, orderMax);
  const information = new Map(
    published.map((effect) => [nameOf(effect), informationOn(effect, published, categories)]),
  );
  const keptBy = (table: readonly number[]): number =>
    subsetsOf(table).reduce(
      (sum, effect) => sum + shareOf(effect, table, categories) / (information.get(nameOf(effect)) ?? Infinity),
      0,
    );

  return Array.from({ length: orderMax + 1 }, (_, order) => {
    const kept = published.filter(({ length }) => length === order).map(keptBy);
    return { order, least: Math.min(...kept), most: Math.max(...kept) };
  });
}

/** What all tables with these dimensions tell of their joint effect: cells of a table, times what is summed in each. */
function informationOn(
  effect: readonly number[],
  published: readonly (readonly number[])[],
  categories: readonly number[],
): number {
  return published
    .filter((table) => effect.every((dimension) => table.includes(dimension)))
    .reduce((sum, table) => sum + summedIn(table, categories), 0);
}

/** How much of a cell of a table is in one effect. */
function shareOf(effect: readonly number[], table: readonly number[], categories: readonly number[]): number {
  return table.reduce(
    (share, dimension) => {
      const one = 1 / (categories[dimension] ?? 1);
      return share * (effect.includes(dimension) ? 1 - one : one);
    },
    summedIn(table, categories),
  );
}

/** Finest sets in a cell of a table. */
function summedIn(table: readonly number[], categories: readonly number[]): number {
  return categories.reduce((size, count, dimension) => (table.includes(dimension) ? size : size * count), 1);
}

/** Every set of at most so many of the first numbers. */
function subsets(count: number, sizeMax: number): readonly (readonly number[])[] {
  return Array.from({ length: count }, (_, index) => index).reduce<readonly (readonly number[])[]>(
    (sets, item) => [...sets, ...sets.filter(({ length }) => length < sizeMax).map((set) => [...set, item])],
    [[]],
  );
}

function subsetsOf(items: readonly number[]): readonly (readonly number[])[] {
  return items.reduce<readonly (readonly number[])[]>(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]],
  );
}

function nameOf(effect: readonly number[]): string {
  return effect.join(' ');
}
