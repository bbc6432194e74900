/** Cells are numbered; a relation says that one of them is the sum of others. */
export interface Relation {
  readonly total: number;
  readonly parts: readonly number[];
}

/** An axis of a table with totals: a tree whose nodes are the categories, headings and the total among them. */
export interface TableAxis {
  /** Every node, in the order of the table. */
  readonly nodes: readonly string[];
  /** Nodes that add up to a node; none for a category without parts. */
  readonly partsOf: (node: string) => readonly string[];
}

/** The cells of a table as ways of taking one node of each axis, and every relation among them. */
export interface TableLayout {
  readonly cells: readonly (readonly string[])[];
  readonly relations: readonly Relation[];
  /** Number of the cell with these nodes; null where the table has none. */
  readonly numberOf: (nodes: readonly string[]) => number | null;
}

/** Every linear relation of a table: along each axis, each heading and total with its parts, whatever the other axes. */
export function layoutOf(axes: readonly TableAxis[]): TableLayout {
  const cells = axes.reduce<readonly (readonly string[])[]>(
    (ways, { nodes }) => ways.flatMap((way) => nodes.map((node) => [...way, node])),
    [[]],
  );
  const numbers = new Map(cells.map((nodes, number) => [JSON.stringify(nodes), number]));
  const numberOf = (nodes: readonly string[]): number | null => numbers.get(JSON.stringify(nodes)) ?? null;

  const relations = cells.flatMap((nodes, total) =>
    axes.flatMap(({ partsOf }, axis) => {
      const parts = partsOf(nodes[axis] ?? '').flatMap((part) => numberOf(nodes.with(axis, part)) ?? []);
      return parts.length === 0 ? [] : [{ total, parts }];
    }),
  );
  return { cells, relations, numberOf };
}

/** The cells of a relation, its total first. */
export function cellsIn({ total, parts }: Relation): readonly number[] {
  return [total, ...parts];
}

/** How many steps of adding up a cell is away from cells that are no sum: 0 for an inner cell. */
export function heightsOf(size: number, relations: readonly Relation[]): readonly number[] {
  const byTotal = relationsByCell(relations, ({ total }) => [total]);
  const known = new Map<number, number>();
  const heightOf = (cell: number): number => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    const below = (byTotal.get(cell) ?? []).flatMap(({ parts }) => parts.map(heightOf));
    const height = below.length === 0 ? 0 : 1 + Math.max(...below);
    known.set(cell, height);
    return height;
  };
  return Array.from({ length: size }, (_, cell) => heightOf(cell));
}

/** The relations of every cell that has any: those it is in, or as `of` says. */
export function relationsByCell(
  relations: readonly Relation[],
  of: (relation: Relation) => readonly number[] = cellsIn,
): ReadonlyMap<number, readonly Relation[]> {
  const byCell = new Map<number, Relation[]>();
  for (const relation of relations) {
    for (const cell of of(relation)) {
      const known = byCell.get(cell);
      if (known === undefined) byCell.set(cell, [relation]);
      else known.push(relation);
    }
  }
  return byCell;
}
