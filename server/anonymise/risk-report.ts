import { dimensions } from '../../schema/catalogue/index.js';
import type { AnonymisedEncounter } from '../../schema/records/index.js';

/** What an intruder may know of a person; the agency is the same for the whole file. */
const QUASI_IDENTIFIERS = ['AGE_BAND', 'GENDER', 'RACE_ETHNICITY', 'CALL_TYPE'];
const K_MIN = 5;
const L_MIN = 2;
const T_WARNING = 0.4;
/** More leaves than any dimension has, so a number holds one of each. */
const RADIX = 32;

/** How far a file of rows would protect the people in it. Rows never leave: this is for the agency's own eyes. */
export interface RiskReport {
  readonly quasiIdentifiers: readonly string[];
  readonly classes: number;
  readonly uniques: number;
  readonly uniqueShare: number;
  /** Encounters in classes of fewer than five. */
  readonly inSmallClasses: number;
  readonly smallClassShare: number;
  /** Classes of five and more in which every encounter has the same disposition. */
  readonly classesWithOneDisposition: number;
  /** Largest difference between the share of a disposition in a class of five and more and in the whole file. */
  readonly largestDispositionDifference: number;
  readonly warnings: readonly string[];
}

export interface Census {
  readonly add: (encounter: AnonymisedEncounter) => void;
  readonly report: () => RiskReport;
}

const places = QUASI_IDENTIFIERS.map((code) => {
  const index = dimensions.findIndex((dimension) => dimension.code === code);
  return { index, rankOf: ranks(index) };
});
const dispositionIndex = dimensions.findIndex(({ code }) => code === 'DISPOSITION');
const dispositionRankOf = ranks(dispositionIndex);

function ranks(index: number): ReadonlyMap<string, number> {
  return new Map((dimensions[index]?.tree.leaves ?? []).map((leaf, rank) => [leaf, rank]));
}

/** Counts equivalence classes as encounters go by. Memory holds the classes that occur, as numbers. */
export function census(): Census {
  const months = new Map<string, number>();
  const counts = new Map<number, number>();

  return {
    add: ({ month, leaves }) => {
      if (!months.has(month)) months.set(month, months.size);
      const quasi = places.map(({ index, rankOf }) => rankOf.get(leaves[index] ?? '') ?? 0);
      const own = dispositionRankOf.get(leaves[dispositionIndex] ?? '') ?? 0;
      const key = [...quasi, own].reduce((number, rank) => number * RADIX + rank, months.get(month) ?? 0);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    report: () => reportOf(classesFrom(counts)),
  };
}

type Classes = ReadonlyMap<number, ReadonlyMap<number, number>>;

function classesFrom(counts: ReadonlyMap<number, number>): Classes {
  const classes = new Map<number, Map<number, number>>();
  for (const [key, count] of counts) {
    const [quasi, own] = [Math.floor(key / RADIX), key % RADIX];
    const dispositions = classes.get(quasi) ?? new Map<number, number>();
    classes.set(quasi, dispositions.set(own, count));
  }
  return classes;
}

function reportOf(classes: Classes): RiskReport {
  const sizes = [...classes.values()].map(total);
  const encounters = sizes.reduce((sum, size) => sum + size, 0);
  const uniques = sizes.filter((size) => size === 1).length;
  const inSmallClasses = sizes.filter((size) => size < K_MIN).reduce((sum, size) => sum + size, 0);
  const large = [...classes.values()].filter((dispositions) => total(dispositions) >= K_MIN);
  const difference = largestDifference(large, overallOf(classes), encounters);
  const oneDisposition = large.filter((dispositions) => dispositions.size < L_MIN).length;

  return {
    quasiIdentifiers: ['MONTH', ...QUASI_IDENTIFIERS],
    classes: classes.size,
    uniques,
    uniqueShare: share(uniques, encounters),
    inSmallClasses,
    smallClassShare: share(inSmallClasses, encounters),
    classesWithOneDisposition: oneDisposition,
    largestDispositionDifference: difference,
    warnings: warningsFrom({ inSmallClasses, oneDisposition, difference }),
  };
}

function total(dispositions: ReadonlyMap<number, number>): number {
  return [...dispositions.values()].reduce((sum, count) => sum + count, 0);
}

function overallOf(classes: Classes): ReadonlyMap<number, number> {
  const overall = new Map<number, number>();
  for (const dispositions of classes.values())
    for (const [own, count] of dispositions) overall.set(own, (overall.get(own) ?? 0) + count);
  return overall;
}

function largestDifference(
  large: readonly ReadonlyMap<number, number>[],
  overall: ReadonlyMap<number, number>,
  encounters: number,
): number {
  let largest = 0;
  for (const dispositions of large) {
    const size = total(dispositions);
    for (const [own, count] of overall) {
      const difference = Math.abs((dispositions.get(own) ?? 0) / size - count / encounters);
      largest = Math.max(largest, difference);
    }
  }
  return Math.round(largest * 1e4) / 1e4;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1e4) / 1e4;
}

function warningsFrom({
  inSmallClasses,
  oneDisposition,
  difference,
}: {
  inSmallClasses: number;
  oneDisposition: number;
  difference: number;
}): readonly string[] {
  return [
    ...(inSmallClasses > 0
      ? ['Some encounters are in classes of fewer than 5. This file holds rows: never publish it or pass it on.']
      : []),
    ...(oneDisposition > 0 ? ['In some classes of 5 or more everyone has the same disposition.'] : []),
    ...(difference > T_WARNING
      ? [`In some class the dispositions differ from the whole by more than ${T_WARNING}.`]
      : []),
  ];
}
