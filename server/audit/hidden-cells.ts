import { cheapestCover } from './cheapest.js';
import { equationsOf } from './equation.js';
import { indexOf, mayCover, publishedOf } from './exact-table.js';
import type { ExactTable, Exposed, Hiding, Index } from './exact-table.js';
import { aloneInLine } from './line-fill.js';
import { knownCellsOf } from './rank-audit.js';
import { cellsIn } from './relation.js';
import { besideSingletons } from './singletons.js';
import { tooNarrow } from './too-narrow.js';
import type { Reach } from './too-narrow.js';

/** One way a hidden cell can be found out. */
type Audit = (hiding: Hiding) => readonly Exposed[] | Promise<readonly Exposed[]>;

/**
 * The cells of an exact table to hide: those that must be, and enough others that nobody can work them out.
 *
 * The cheap audits come first, and each begins anew when a later one has hidden a cell. Cells that hiding everything
 * else would not protect are left: earlier tables, or a line of zeros, have told of them already.
 * Source: disclosure policy, section 2.9.
 */
export async function hiddenCellsOf(table: ExactTable): Promise<ReadonlySet<number>> {
  const index = indexOf(table);
  let hidden: ReadonlySet<number> = new Set([...table.hiddenBefore, ...table.primary]);
  const told = await toldAlready({ table, hidden });
  const audits: readonly Audit[] = [aloneInLine, besideSingletons, knownIn(index), narrowBut(told)];

  for (let turn = 0; turn < audits.length;) {
    const exposed = (await audits[turn]?.({ table, hidden })) ?? [];
    const covered = withCovers(
      exposed.filter(({ cell }) => !told.has(cell)),
      { table, hidden },
      index,
    );
    turn = covered.size > hidden.size ? 0 : turn + 1;
    hidden = covered;
  }
  return hidden;
}

/** Linear algebra, exactly. */
function knownIn({ relationsOf }: Index): Audit {
  return (hiding) =>
    knownCellsOf(equationsOf(publishedOf(hiding))).map(({ cell }) => ({ cell, relations: relationsOf(cell) }));
}

/** Linear programming, which also knows that counts are not negative. */
function narrowBut(told: ReadonlySet<number>): Audit {
  const reach: Reach = new Map();
  return async (hiding) => {
    const found = await tooNarrow(hiding, reach, { except: told });
    return found === null ? [] : [found];
  };
}

/** Hide the cheapest cover of each exposed cell, one after another: a cover may serve several. */
function withCovers(exposed: readonly Exposed[], { table, hidden }: Hiding, index: Index): ReadonlySet<number> {
  const covered = new Set(hidden);
  const isServed = ({ relations }: Exposed): boolean =>
    relations.some((relation) => cellsIn(relation).some((cell) => covered.has(cell) && !hidden.has(cell)));

  for (const one of exposed) {
    const cover = isServed(one) ? null : cheapestCover(one, { table, hidden: covered }, index);
    if (cover !== null) covered.add(cover);
  }
  return covered;
}

/** Cells that stay known though everything that may be hidden were. More hidden cells never tell more. */
async function toldAlready({ table, hidden }: Hiding): Promise<ReadonlySet<number>> {
  const isFresh = table.shownBefore.size === 0 && [...table.primary].every((cell) => (table.values[cell] ?? 0) > 0);
  if (isFresh) return new Set();

  const coverable = table.values.flatMap((_, cell) => (mayCover(cell, { table, hidden }) ? [cell] : []));
  const darkest = { table, hidden: new Set([...hidden, ...coverable]) };
  const told = new Set(knownCellsOf(equationsOf(publishedOf(darkest))).map(({ cell }) => cell));
  const reach: Reach = new Map();
  let narrow = await tooNarrow(darkest, reach, { except: told });
  while (narrow !== null) {
    told.add(narrow.cell);
    narrow = await tooNarrow(darkest, reach, { except: told });
  }
  return told;
}
