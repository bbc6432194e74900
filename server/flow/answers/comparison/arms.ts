import { adjustRates, compareRates, judgedTogether, sumShown, withoutValue } from '../../../estimate/index.js';
import type { RateSums } from '../../../estimate/index.js';
import type { OutcomesPlan, OutlinedRow, PlannedMeasure, PlannedRow } from '../../../plan/index.js';
import { vintageOf } from '../../../release/index.js';
import type { AdjustedComparison, Axis, ProtectedTable, RateComparison } from '../../../table/index.js';

import { encountersOf, reasonWithout } from '../estimate-row.js';
import type { ComparisonArm } from '../outcomes-answer.js';
import type { Asking } from '../protected-plan.js';
import type { ComparisonPart } from './parts.js';
import { RESPONSE_MODEL } from './shape.js';

/** A part with the plans of its questions and the table that has their cells. */
export interface FoundPart {
  readonly part: ComparisonPart;
  readonly crude: OutcomesPlan;
  readonly strata: OutcomesPlan | null;
  readonly standard: OutcomesPlan | null;
  readonly adjustFor: readonly Axis[];
  readonly table: ProtectedTable;
}

/** Two rows to compare: an arm's and the baseline's of the same group. */
interface Pair<Row = PlannedRow> {
  readonly row: Row;
  readonly against: Row;
}

/** Every arm of every part, group by group, each judged among all of them. */
export function armsOf(found: readonly FoundPart[], asking: Asking): readonly ComparisonArm[] {
  const arms = found.flatMap((part) => pairsOf(part.crude.rows, part.part).map((pair) => armOf(pair, part, asking)));
  const judged = judgedTogether(arms.flatMap(({ measures }) => Object.values(measures)));

  let at = 0;
  return arms.map((arm) => ({
    ...arm,
    measures: Object.fromEntries(
      Object.entries(arm.measures).map(([code, comparison]) => [code, judged[at++] ?? comparison]),
    ),
  }));
}

function armOf({ row, against }: Pair, found: FoundPart, asking: Asking): ComparisonArm {
  const { part, table } = found;
  const measures = row.measures.map((planned, index) => {
    const other = against.measures[index] ?? planned;
    const crude = crudeOf({ planned, other, pair: { row, against }, asking, table });
    const adjusted = adjustedOf({ index, pair: { row, against }, found, asking });
    return [planned.measure.code, { ...crude, adjusted }] as const;
  });
  return {
    arm: part.program?.id ?? row.group[part.axis] ?? '',
    responseModel: row.group[RESPONSE_MODEL] ?? null,
    group: without(row.group, [part.axis]),
    encounters: encountersOf(row, table),
    measures: Object.fromEntries(measures),
    vintage: vintageOf(asking.scene.release.manifest, row),
    agencyCount: new Set([...row.agencyIds, ...against.agencyIds]).size,
  };
}

function crudeOf({
  planned,
  other,
  pair: { row, against },
  asking,
  table,
}: {
  planned: PlannedMeasure;
  other: PlannedMeasure;
  pair: Pair;
  asking: Asking;
  table: ProtectedTable;
}): RateComparison {
  const reason = reasonWithout(planned, row, asking) ?? reasonWithout(other, against, asking);
  if (reason !== null) return withoutValue(reason).comparison;

  const threshold = thresholdOf(planned, other, table);
  return compareRates({ arm: rateSums(planned, table), baseline: rateSums(other, table), threshold });
}

function adjustedOf({
  index,
  pair,
  found: { part, strata, standard, adjustFor, table },
  asking,
}: {
  index: number;
  pair: Pair;
  found: FoundPart;
  asking: Asking;
}): AdjustedComparison | null {
  if (strata === null) return null;

  const within = without(pair.row.group, [part.axis]);
  const ofPair = pairsOf(strata.rows, part).filter(
    ({ row }) =>
      row.group[part.axis] === pair.row.group[part.axis] &&
      keyOf(without(row.group, [part.axis, ...adjustFor])) === keyOf(within),
  );
  const displayed = ofPair.flatMap(({ row, against }) => {
    const [planned, other] = [row.measures[index], against.measures[index]];
    if (planned === undefined || other === undefined) return [];
    const stratum = without(row.group, [part.axis]);
    const ofStandard = standard?.rows.find(({ group }) => keyOf(group) === keyOf(stratum));
    return [
      {
        code: adjustFor.map((axis) => row.group[axis]).join(' '),
        arm: rateSums(planned, table),
        baseline: rateSums(other, table),
        standard: ofStandard === undefined ? null : sumShown(ofStandard.encounters, table),
        without: reasonWithout(planned, row, asking) ?? reasonWithout(other, against, asking),
        threshold: thresholdOf(planned, other, table),
      },
    ];
  });
  const denominator = sumShown(pair.row.measures[index]?.denominator ?? [], table);
  return adjustRates({ strata: displayed, denominator });
}

/** The rows of every arm, of which nothing may be shown that may not be of its baseline. */
export function givenArms(rows: readonly OutlinedRow[], part: ComparisonPart): readonly OutlinedRow[] {
  return pairsOf(rows, part).map(({ row, against }) => ({
    ...row,
    mayShow: (narrow) => row.mayShow(narrow) && against.mayShow(narrow),
  }));
}

/** Every arm's row with the baseline's of the same group. */
function pairsOf<Row extends Pick<PlannedRow, 'group'>>(
  rows: readonly Row[],
  { axis, baseline }: ComparisonPart,
): readonly Pair<Row>[] {
  const key = ({ group }: Row): string => keyOf(without(group, [axis]));
  const baselines = new Map(rows.filter(({ group }) => group[axis] === baseline).map((row) => [key(row), row]));
  return rows.flatMap((row) => {
    const against = baselines.get(key(row));
    return against === undefined || against === row ? [] : [{ row, against }];
  });
}

function rateSums(
  { parts, denominator, unknown, notCollected, notEngaged }: PlannedMeasure,
  table: ProtectedTable,
): RateSums {
  return {
    numerator: sumShown(parts.flat(), table),
    denominator: sumShown(denominator, table),
    unknown: sumShown(unknown, table),
    notCollected: sumShown(notCollected, table),
    notEngaged: notEngaged === null ? null : sumShown(notEngaged, table),
  };
}

function thresholdOf(planned: PlannedMeasure, other: PlannedMeasure, table: ProtectedTable): number {
  return table.thresholdOf([...planned.denominator, ...other.denominator]);
}

function without(group: PlannedRow['group'], axes: readonly Axis[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(group).filter(([axis]) => !axes.includes(axis)));
}

/** The same group has the same key, in whatever order its axes were asked. */
function keyOf(group: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(group).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
