import { dimensions } from '../../schema/catalogue/index.js';
import { NOT_COLLECTED, NOT_ENGAGED, UNKNOWN } from '../../schema/codelists/index.js';

import type { Anonymised } from './anonymise-record.js';

/** A field whose completeness fell by more than this against the agency's history is held for a person to look at. */
const HELD_BELOW_HISTORY = 0.2;

/** How good one field of the file is. Shares are null where there is nothing to take a share of. */
export interface FieldQuality {
  readonly field: string;
  readonly isCollected: boolean;
  /** Known among those asked: completeness. */
  readonly completeness: number | null;
  /** Values the mapping knows among all values: conformance. */
  readonly conformance: number | null;
  /** Numbers a person or clock can have among all numbers and codes known: plausibility. */
  readonly plausibility: number | null;
  readonly known: number;
  readonly unknown: number;
  readonly notEngaged: number;
  readonly implausible: number;
  readonly unmapped: number;
}

export interface QualityReport {
  readonly fields: readonly FieldQuality[];
  readonly months: readonly { readonly month: string; readonly encounters: number }[];
  /** Months between the first and the last without any encounter. */
  readonly missingMonths: readonly string[];
  readonly outcomesWithoutContact: number;
  /** Fields much less complete than in the agency's history. */
  readonly held: readonly string[];
}

export interface QualityTally {
  readonly add: (one: Anonymised) => void;
  readonly unmapped: (dimensionCode: string) => void;
  readonly report: (history: readonly FieldQuality[]) => QualityReport;
}

interface Counts {
  known: number;
  unknown: number;
  notCollected: number;
  notEngaged: number;
  implausible: number;
  unmapped: number;
}

/** Counts what every field is like as encounters go by. */
export function qualityTally(): QualityTally {
  const counts = dimensions.map(() => ({
    known: 0,
    unknown: 0,
    notCollected: 0,
    notEngaged: 0,
    implausible: 0,
    unmapped: 0,
  }));
  const months = new Map<string, number>();
  const indexOf = new Map(dimensions.map(({ code }, index) => [code, index]));
  let outcomesWithoutContact = 0;

  return {
    add: ({ encounter, noticed }) => {
      encounter.leaves.forEach((leaf, index) => countLeaf(counts[index], leaf));
      for (const code of noticed.implausible) bump(counts[indexOf.get(code) ?? -1], 'implausible');
      months.set(encounter.month, (months.get(encounter.month) ?? 0) + 1);
      if (noticed.hadOutcomeWithoutContact) outcomesWithoutContact += 1;
    },
    unmapped: (code) => bump(counts[indexOf.get(code) ?? -1], 'unmapped'),
    report: (history) => {
      const fields = dimensions.map(({ code }, index) => qualityOf(code, counts[index] as Counts));
      const reported = [...months].sort().map(([month, encounters]) => ({ month, encounters }));
      const missingMonths = gapsIn(reported.map(({ month }) => month));
      return { fields, months: reported, missingMonths, outcomesWithoutContact, held: heldFields(fields, history) };
    },
  };
}

function countLeaf(counts: Counts | undefined, leaf: string): void {
  if (leaf === UNKNOWN) bump(counts, 'unknown');
  else if (leaf === NOT_COLLECTED) bump(counts, 'notCollected');
  else bump(counts, leaf === NOT_ENGAGED ? 'notEngaged' : 'known');
}

function bump(counts: Counts | undefined, what: keyof Counts): void {
  if (counts !== undefined) counts[what] += 1;
}

function qualityOf(
  field: string,
  { known, unknown, notCollected, notEngaged, implausible, unmapped }: Counts,
): FieldQuality {
  const isCollected = notCollected === 0 || known + unknown + notEngaged > 0;
  return {
    field,
    isCollected,
    completeness: shareOf(known, known + unknown),
    conformance: isCollected ? shareOf(known, known + unmapped) : null,
    plausibility: isCollected ? shareOf(known, known + implausible) : null,
    known,
    unknown,
    notEngaged,
    implausible,
    unmapped,
  };
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1e4) / 1e4;
}

function gapsIn(months: readonly string[]): readonly string[] {
  const [first, last] = [months[0], months.at(-1)];
  const gaps: string[] = [];
  for (let month = first; month !== undefined && last !== undefined && month < last; month = monthAfter(month))
    if (!months.includes(month)) gaps.push(month);
  return gaps;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function heldFields(fields: readonly FieldQuality[], history: readonly FieldQuality[]): readonly string[] {
  const before = new Map(history.map(({ field, completeness }) => [field, completeness]));
  return fields
    .filter(({ field, completeness }) => (before.get(field) ?? 0) - (completeness ?? 0) > HELD_BELOW_HISTORY)
    .map(({ field }) => field);
}
