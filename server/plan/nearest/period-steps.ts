import { isTimeAxis } from '../../table/index.js';
import type { OutcomesQuestion } from '../../table/index.js';

import { monthsNamed } from '../base-restriction.js';
import { minimalCover } from '../cover.js';
import { timeAxesOf } from '../lattice.js';
import type { Lattice } from '../lattice.js';
import { coarserAxis } from './coarser-axis.js';
import type { Judged } from './judged.js';

/** The closed part of the period; where there is none, the closed months nearest to it, as many. */
export function closedPeriod({ question }: Judged, lattice: Lattice): OutcomesQuestion | null {
  const asked = monthsNamed(question.period, lattice);
  const closed = new Set(lattice.months);
  const kept = asked.filter((month) => closed.has(month));
  const isLater = String(asked[0]) > String(lattice.months[0]);
  const nearest = isLater ? lattice.months.slice(-asked.length) : lattice.months.slice(0, asked.length);
  return { ...question, period: periodOf(kept.length > 0 ? kept : nearest, lattice) };
}

/**
 * The period made to begin and end with whole periods one level up: quarters for months, years for quarters.
 *
 * It grows where the whole period is closed, and shrinks where it is not; where none is, it is the nearest that is.
 */
export function wholePeriod({ question }: Judged, lattice: Lattice): OutcomesQuestion | null {
  const asked = new Set(monthsNamed(question.period, lattice));
  const cover = minimalCover(lattice.time, asked, lattice.isCanonicalTime);
  const finest = Math.max(...cover.map((node) => ancestryOf(node, lattice).length));
  if (finest < 2) return null;

  const above = (month: string): string => ancestryOf(month, lattice)[finest - 2] ?? month;
  const whole = lattice.months.filter((month) => lattice.isCanonicalTime(above(month)));
  const within = whole.filter((month) => asked.has(month));
  const [from, to] = within.length > 0 ? [within.at(0), within.at(-1)] : nearestTo(asked, whole);
  return from === undefined || to === undefined ? null : { ...question, period: { from: above(from), to: above(to) } };
}

/** The last month before those asked for, or the first after them; none where there are none. */
function nearestTo(asked: ReadonlySet<string>, months: readonly string[]): readonly (string | undefined)[] {
  const [first = ''] = asked;
  const nearest = months.findLast((month) => month < first) ?? months.at(0);
  return [nearest, nearest];
}

/** The finest time axis, one level coarser, of those the release has. */
export function coarserTime({ question }: Judged, lattice: Lattice): OutcomesQuestion | null {
  const by = coarserAxis(question.by, timeAxesOf(lattice));
  return by?.some(isTimeAxis) === true ? { ...question, by } : null;
}

function periodOf(months: readonly string[], { time, isCanonicalTime }: Lattice): OutcomesQuestion['period'] {
  const nodes = minimalCover(time, new Set(months), isCanonicalTime);
  return { from: String(nodes.at(0)), to: String(nodes.at(-1)) };
}

/** The nodes from the top of the time tree down to this one, the root left out. */
function ancestryOf(node: string, lattice: Lattice): readonly string[] {
  const above = lattice.time.parentOf(node);
  return above === null ? [] : [...ancestryOf(above, lattice), node];
}
