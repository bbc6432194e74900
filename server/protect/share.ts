import { hiddenCellsOf } from '../audit/index.js';
import type { Cell, Family, ProtectedCell, ProtectedTable, RawCount, RawTable } from '../table/index.js';

import { isConcentrated } from './concentration.js';
import { policyId } from './policy.js';
import { thresholdFor } from './threshold.js';

/** Nodes whose zeros are hidden too: that nobody had a substance problem tells of all who were met. Source: 42 CFR Part 2. */
const SENSITIVE: readonly { readonly dimension: string; readonly node: string }[] = [
  { dimension: 'CALL_TYPE', node: 'SUBSTANCE_USE' },
];

/** What protecting an exact table needs to know besides its counts. */
export interface Sharing {
  readonly families: readonly Family[];
  readonly threshold: number;
  readonly personAgencies: ReadonlySet<string>;
  /** Most person keys one person has in a cell. */
  readonly keySetsIn: (cell: Cell) => number;
  /** Ids of cells that are out already, shown or hidden. */
  readonly shownBefore: ReadonlySet<string>;
  readonly hiddenBefore: ReadonlySet<string>;
}

/**
 * An agency's own exact table as it may be handed on: small cells suppressed, and enough others that they stay so.
 *
 * No noise covers an exact count, so hiding is all there is. Source: disclosure policy, section 2.9.
 */
export async function protectToShare(raw: RawTable, sharing: Sharing): Promise<ProtectedTable> {
  const { families, threshold, personAgencies, keySetsIn, shownBefore, hiddenBefore } = sharing;
  const thresholdIn = (cell: Cell): number => thresholdFor(cell, { threshold }, personAgencies);
  const numbers = new Map(raw.cells.map(({ id }, number) => [id, number]));
  const numberOf = ({ id }: Cell): number => numbers.get(id) ?? -1;
  const counts = raw.cells.map((cell) => raw.open(cell));
  const numbersWhere = (is: (cell: Cell, count: RawCount) => boolean): ReadonlySet<number> =>
    new Set(raw.cells.flatMap((cell, number) => (is(cell, counts[number] ?? NOBODY) ? [number] : [])));

  const hidden = await hiddenCellsOf({
    relations: families.map(({ parent, children }) => ({ total: numberOf(parent), parts: children.map(numberOf) })),
    values: counts.map(({ n }) => n),
    floors: raw.cells.map((cell) => (isSensitive(cell) ? 0 : 1)),
    primary: numbersWhere((cell, count) => {
      const limits = { threshold: thresholdIn(cell), keySets: keySetsIn(cell) };
      return !shownBefore.has(cell.id) && isSmall(cell, count, limits);
    }),
    alone: numbersWhere((_, { n, persons }) => n === 1 || persons?.n === 1),
    shownBefore: numbersWhere(({ id }) => shownBefore.has(id)),
    hiddenBefore: numbersWhere(({ id }) => hiddenBefore.has(id)),
    threshold: Math.max(0, ...raw.cells.map(thresholdIn)),
  });
  return exactTable(raw, { threshold, isHidden: (cell) => hidden.has(numberOf(cell)) });
}

/** A table that was shared before, as it was. */
export function sharedBefore(
  raw: RawTable,
  { threshold, hidden }: { threshold: number; hidden: ReadonlySet<string> },
): ProtectedTable {
  return exactTable(raw, { threshold, isHidden: ({ id }) => hidden.has(id) });
}

const NOBODY: RawCount = { n: 0, keySum: 0, persons: null };

function isSmall(cell: Cell, count: RawCount, { threshold, keySets }: { threshold: number; keySets: number }): boolean {
  if (count.n === 0) return isSensitive(cell);
  return Math.min(count.n, count.persons?.n ?? count.n) < threshold || isConcentrated(count, keySets);
}

function isSensitive({ nodes }: Cell): boolean {
  return nodes.some((own) => SENSITIVE.some(({ dimension, node }) => own.dimension === dimension && own.node === node));
}

function exactTable(
  raw: RawTable,
  { threshold, isHidden }: { threshold: number; isHidden: (cell: Cell) => boolean },
): ProtectedTable {
  const shownAs = (cell: Cell): ProtectedCell =>
    isHidden(cell) ? { status: 'SUPPRESSED' } : { status: 'SHOWN', count: raw.open(cell).n, variance: 0 };
  const shown = new Map(raw.cells.map((cell) => [cell.id, shownAs(cell)]));
  return {
    policyId,
    protection: 'UNPROTECTED',
    thresholdOf: (_cells: readonly Cell[]) => threshold,
    cellOf: ({ id }) => {
      const cell = shown.get(id);
      if (cell === undefined) throw new Error('A cell was displayed that was not tabulated.');
      return cell;
    },
    personsOf: (_cell: Cell): ProtectedCell => {
      throw new Error('A table to share has no persons.');
    },
  } as ProtectedTable;
}
