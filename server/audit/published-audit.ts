import { equationsOf } from './equation.js';
import type { PublishedTable } from './equation.js';
import { intervalsOf } from './interval-audit.js';
import type { Interval } from './interval-audit.js';
import { lowestIn } from './lowest.js';
import { knownCellsOf } from './rank-audit.js';
import type { KnownCell } from './rank-audit.js';
import { cellsIn } from './relation.js';
import type { Relation } from './relation.js';
import { isWideEnough } from './too-narrow.js';

/** KNOWN: one value is possible. NARROW: too few are. HIDDEN: as open as the threshold asks. */
export type Verdict = 'KNOWN' | 'NARROW' | 'HIDDEN';

/** What a reader can work out of one suppressed cell. */
export interface Finding {
  readonly cell: number;
  readonly verdict: Verdict;
  readonly min: number;
  /** Null where nothing shown bounds it. */
  readonly max: number | null;
  /** Shown cells it follows from, when it is not HIDDEN. */
  readonly givenAwayBy: readonly number[];
}

export interface Auditing {
  readonly threshold: number;
  /** True counts, for the publisher's own check; null where they are not given. */
  readonly truths: readonly (number | null)[];
}

/**
 * Audit a published table as an outsider would attack it: every suppressed cell, by linear algebra and linear programming.
 *
 * Without the truth, a cell is NARROW when its interval is shorter than the threshold; with it, a small cell must be
 * possible at its count and the threshold more. Source: disclosure policy, section 2.9.
 *
 * @returns null when what is shown contradicts itself.
 */
export async function auditPublished(table: PublishedTable, auditing: Auditing): Promise<readonly Finding[] | null> {
  const intervals = await intervalsOf(table);
  if (intervals === null) return null;

  const known = new Map(knownCellsOf(equationsOf(table)).map((found) => [found.cell, found]));
  const lowestOf = lowestIn(table);
  return intervals.map((interval) =>
    findingOf(interval, { known: known.get(interval.cell), lowest: lowestOf(interval.cell), table, auditing }),
  );
}

function findingOf(
  { cell, min, max, by }: Interval,
  {
    known,
    lowest,
    table,
    auditing: { threshold, truths },
  }: { known: KnownCell | undefined; lowest: number; table: PublishedTable; auditing: Auditing },
): Finding {
  if (known !== undefined || min === max)
    return { cell, verdict: 'KNOWN', min, max, givenAwayBy: shownIn(known?.by ?? by, table) };

  const value = truths[cell] ?? null;
  const isSmall = value !== null && value > 0 && value < threshold;
  const isHidden = isWideEnough({ min, max }, { value: value ?? 0, lowest, threshold, isSmall });
  return isHidden
    ? { cell, verdict: 'HIDDEN', min, max, givenAwayBy: [] }
    : { cell, verdict: 'NARROW', min, max, givenAwayBy: shownIn(by, table) };
}

function shownIn(relations: readonly Relation[], { shown }: PublishedTable): readonly number[] {
  const cells = new Set(relations.flatMap(cellsIn));
  return [...cells].filter((cell) => (shown[cell] ?? null) !== null).toSorted((one, other) => one - other);
}
