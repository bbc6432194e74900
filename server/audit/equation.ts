import { cellsIn } from './relation.js';
import type { Relation } from './relation.js';

/** A table as its reader has it. */
export interface PublishedTable {
  readonly relations: readonly Relation[];
  /** Every cell by number; null where it is hidden. */
  readonly shown: readonly (number | null)[];
  /** Least a hidden cell can be, by number: 1 where it is known that zeros are shown. */
  readonly floors: readonly number[];
}

/** What a relation says of the hidden cells: their sum, each with its sign, once the shown ones are subtracted. */
export interface Equation {
  /** Hidden cell -> 1 or -1. */
  readonly terms: ReadonlyMap<number, number>;
  readonly sum: number;
  readonly relation: Relation;
}

/** The equations of a published table, one for every relation with a hidden cell. */
export function equationsOf({ relations, shown }: Pick<PublishedTable, 'relations' | 'shown'>): readonly Equation[] {
  return relations
    .map((relation): Equation => {
      const signed = cellsIn(relation).map((cell) => ({ cell, sign: cell === relation.total ? 1 : -1 }));
      const hidden = signed.filter(({ cell }) => isHidden(shown, cell));
      const sum = signed.reduce((rest, { cell, sign }) => rest - sign * (shown[cell] ?? 0), 0);
      return { terms: new Map(hidden.map(({ cell, sign }) => [cell, sign])), sum: sum === 0 ? 0 : sum, relation };
    })
    .filter(({ terms }) => terms.size > 0);
}

/** Relations all of whose cells are shown and do not add up. */
export function contradictionsIn({ relations, shown }: PublishedTable): readonly Relation[] {
  return relations.filter(
    ({ total, parts }) =>
      cellsIn({ total, parts }).every((cell) => !isHidden(shown, cell)) &&
      parts.reduce((sum, part) => sum + (shown[part] ?? 0), 0) !== shown[total],
  );
}

/** Hidden cells that equations tie together, with those equations: what is learnt of one group tells nothing of another. */
export interface Component {
  readonly cells: readonly number[];
  readonly equations: readonly Equation[];
}

export function componentsOf(equations: readonly Equation[]): readonly Component[] {
  const leaders = new Map<number, number>();
  const leaderOf = (cell: number): number => {
    const above = leaders.get(cell) ?? cell;
    if (above === cell) return cell;
    const leader = leaderOf(above);
    leaders.set(cell, leader);
    return leader;
  };
  for (const { terms } of equations) {
    const [first = 0, ...others] = terms.keys();
    leaders.set(leaderOf(first), leaderOf(first));
    for (const cell of others) leaders.set(leaderOf(cell), leaderOf(first));
  }

  const components = new Map<number, { cells: number[]; equations: Equation[] }>();
  for (const cell of [...leaders.keys()].toSorted((one, other) => one - other)) {
    const leader = leaderOf(cell);
    const component = components.get(leader) ?? { cells: [], equations: [] };
    component.cells.push(cell);
    components.set(leader, component);
  }
  for (const equation of equations) {
    const [first = 0] = equation.terms.keys();
    components.get(leaderOf(first))?.equations.push(equation);
  }
  return [...components.values()];
}

function isHidden(shown: PublishedTable['shown'], cell: number): boolean {
  return (shown[cell] ?? null) === null;
}
