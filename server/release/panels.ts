import type { PeerGroup, ReleaseMonth } from '../../schema/records/index.js';
import { POOL_MIN, yearOf } from '../table/index.js';
import type { PeerMembers } from '../table/index.js';

/** A release as far as the panels of its peer groups go. */
interface Panels {
  readonly peerGroups: readonly PeerMembers[];
  readonly months: readonly ReleaseMonth[];
}

/**
 * The peer groups of the next release: those registered at a revision, and before the first release; else those of the
 * release in force, because other members are another set.
 *
 * Source: disclosure policy, section 2.12.
 */
export function peerGroupsInForce({
  kind,
  released,
  registered,
}: {
  kind: 'ORDINARY' | 'REVISION' | 'ROTATION';
  /** Null before the first release. */
  released: readonly PeerGroup[] | null;
  registered: readonly PeerGroup[];
}): readonly PeerGroup[] {
  return kind === 'ORDINARY' && released !== null ? released : registered;
}

/**
 * The agency that alone would tell a group before from a group after, in some year; null where there is none.
 *
 * The difference of the two would be that agency's. Source: the consistent panel of disclosure policy, section 2.12.
 */
export function loneMover(before: Panels, after: Panels): string | null {
  const years = new Set(before.months.map(({ month }) => yearOf(month)));
  for (const year of years) {
    const later = panelsIn(year, after);
    for (const panel of panelsIn(year, before)) {
      const lone = later.map((other) => difference(panel, other)).find(({ length }) => length === 1);
      if (lone !== undefined) return lone[0] ?? null;
    }
  }
  return null;
}

/** The members of every group that reported something of a year. */
function panelsIn(year: string, { peerGroups, months }: Panels): readonly ReadonlySet<string>[] {
  const reporting = new Set(months.filter(({ month }) => yearOf(month) === year).map(({ agencyId }) => agencyId));
  return peerGroups
    .map(({ agencyIds }) => new Set(agencyIds.filter((id) => reporting.has(id))))
    .filter(({ size }) => size >= POOL_MIN);
}

function difference(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...[...one].filter((id) => !other.has(id)), ...[...other].filter((id) => !one.has(id))];
}
