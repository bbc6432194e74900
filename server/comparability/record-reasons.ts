import type { MeasureFacts } from './facts.js';
import { reportingOf } from './facts.js';
import { idsOf, named } from './reason.js';
import type { Reason } from './reason.js';

/** From which share of months in common on missing ones matter little. */
const PERIOD_SHARE_MIN = 0.9;
/** Largest share unknown without caution. Source: field guide, section 4: a rate asks for 80 % completeness. */
const UNKNOWN_SHARE_MAX = 0.2;

/** Agencies without a number: none of the months, or a field they never record. */
export function withoutNumbers({ agencies }: MeasureFacts): readonly Reason[] {
  const silent = idsOf(agencies.filter(({ months }) => months.length === 0));
  const blind = idsOf(agencies.filter(({ collects }) => !collects));
  const reason = (kind: 'NOT_REPORTED' | 'NOT_COLLECTED', agencyIds: readonly string[], message: string): Reason[] =>
    agencyIds.length === 0 ? [] : [{ kind, grade: 'NOT_COMPARABLE', points: [], agencyIds, message }];

  return [
    ...reason('NOT_REPORTED', silent, `No month of the period was reported by ${named(silent)}.`),
    ...reason('NOT_COLLECTED', blind, `The measure's field is never recorded by ${named(blind)}.`),
  ];
}

/** Agencies that lack months which others reported: their numbers stand for other seasons. The worst pair counts. */
export function partialPeriods(facts: MeasureFacts): readonly Reason[] {
  const agencies = reportingOf(facts);
  const every = new Set(agencies.flatMap(({ months }) => months));
  const partial = idsOf(agencies.filter(({ months }) => months.length < every.size));
  if (partial.length === 0) return [];

  const shared = smallestShare([...new Set(agencies.map(({ months }) => months.toSorted().join()))]);
  return [
    {
      kind: 'PARTIAL_PERIOD',
      grade: shared >= PERIOD_SHARE_MIN ? 'COMPARABLE' : 'WITH_CAUTION',
      points: [],
      agencyIds: partial,
      message: `Fewer than the ${every.size} months that others reported were reported by ${named(partial)}.`,
    },
  ];
}

/** The smallest share, over pairs of spells, of the months of either that both have. */
function smallestShare(spells: readonly string[]): number {
  const months = spells.map((spell) => new Set(spell.split(',')));
  const shares = months.flatMap((one) =>
    months.map((other) => {
      const both = [...one].filter((month) => other.has(month)).length;
      return both / (one.size + other.size - both);
    }),
  );
  return Math.min(...shares);
}

/** Agencies much of whose field is unknown: those known may be others than those not. From displayed counts alone. */
export function unknownShares(facts: MeasureFacts): readonly Reason[] {
  const agencies = reportingOf(facts);
  const unsure = idsOf(agencies.filter(({ unknownShare }) => (unknownShare ?? 0) > UNKNOWN_SHARE_MAX));
  if (unsure.length === 0 || agencies.length < 2) return [];

  const message = `More than a fifth of the encounters are unknown in the measure's field at ${named(unsure)}.`;
  return [{ kind: 'UNKNOWN_SHARE', grade: 'WITH_CAUTION', points: [], agencyIds: unsure, message }];
}

/** Programs of one response model that answer at other hours: told, and no difference of definition. */
export function differingHours(facts: MeasureFacts): readonly Reason[] {
  const agencies = reportingOf(facts);
  const models = [...new Set(agencies.flatMap(({ weeklyHours }) => [...weeklyHours.keys()]))].toSorted();

  return models.flatMap((model) => {
    const running = agencies.filter(({ weeklyHours }) => weeklyHours.has(model));
    const hours = running.map(({ weeklyHours }) => weeklyHours.get(model) ?? 0);
    if (new Set(hours).size < 2) return [];

    const message = `Programs of ${model} answer from ${Math.min(...hours)} to ${Math.max(...hours)} hours a week.`;
    return [{ kind: 'HOURS_DIFFER', grade: 'COMPARABLE', points: [], agencyIds: idsOf(running), message }] as const;
  });
}
