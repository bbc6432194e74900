import { adjustedForSeveral, fittedComparison, inputFrom, sumShown, withoutFitted } from '../../../estimate/index.js';
import type { SeveralAdjusted, SeveralInputs } from '../../../estimate/index.js';
import { product } from '../../../lib/index.js';
import type { OutcomesPlan, PlannedRow } from '../../../plan/index.js';
import type { Axis, DisplayedSum, FittedComparison, ProtectedTable, ValueStatus } from '../../../table/index.js';

import { reasonWithout } from '../estimate-row.js';
import type { Asking } from '../protected-plan.js';

/** The plans of the tables a comparison is fitted to. */
export interface FittedPlans {
  readonly axis: Axis;
  readonly baseline: string;
  readonly confounders: readonly [Axis, Axis];
  readonly exposure: OutcomesPlan;
  /** By arm and first, by arm and second, by first and second confounder. */
  readonly outcomes: readonly OutcomesPlan[];
}

/** One table a model needs, cell by cell. */
interface Margin {
  readonly variables: readonly number[];
  readonly trials: readonly DisplayedSum[];
  readonly events: readonly DisplayedSum[];
}

/** Everything displayed behind the fitted comparisons of one measure in one group. */
interface Displayed {
  /** Baseline first, then all that something is shown of. */
  readonly arms: readonly string[];
  readonly sizes: readonly [number, number];
  readonly exposure: readonly DisplayedSum[];
  readonly margins: readonly Margin[];
}

/** The fitted comparisons of one measure in one group: of every arm, or why there is none. */
export interface FittedGroup {
  readonly comparisonOf: (arm: string, isCrudeShown: boolean) => FittedComparison;
}

/** Fit the model of one measure to the displayed tables of a group. */
export function fittedGroup({
  plans,
  group,
  index,
  asking,
  table,
}: {
  plans: FittedPlans;
  /** Of the arms and the baseline, their own axis left out. */
  group: PlannedRow['group'];
  /** Which of the measures asked for. */
  index: number;
  asking: Asking;
  table: ProtectedTable;
}): FittedGroup {
  const rowsIn = ({ rows }: OutcomesPlan): readonly PlannedRow[] =>
    rows.filter((row) => Object.entries(group).every(([axis, node]) => row.group[axis] === node));
  const own = { ...plans, exposure: rowsIn(plans.exposure), outcomes: plans.outcomes.map(rowsIn) };
  const without = reasonAmong(own, index, asking);
  if (without !== null) return { comparisonOf: () => withoutFitted(without, NOT_THERE) };

  const displayed = displayedIn(own, index, table);
  const found = adjustedForSeveral(inputsFrom(displayed, asking));
  return { comparisonOf: (arm, isCrudeShown) => comparisonIn({ displayed, found, arm, isCrudeShown }) };
}

const NOT_THERE =
  'A table the model is fitted to may not be shown, or the measure is not collected. A model needs all of them. Adjust for ' +
  'one of the two, or ask about larger places.';

interface Rows extends Omit<FittedPlans, 'exposure' | 'outcomes'> {
  readonly exposure: readonly PlannedRow[];
  readonly outcomes: readonly (readonly PlannedRow[])[];
}

/** Why metadata alone gives no model; null when it can be one. */
function reasonAmong({ exposure, outcomes }: Rows, index: number, asking: Asking): ValueStatus | null {
  if (exposure.some(({ isPermitted }) => !isPermitted)) return 'NOT_PERMITTED';
  for (const row of outcomes.flat()) {
    const planned = row.measures[index];
    const reason = planned === undefined ? 'NOT_APPLICABLE' : reasonWithout(planned, row, asking);
    if (reason !== null) return reason;
  }
  return null;
}

function displayedIn({ axis, baseline, confounders, ...rows }: Rows, index: number, table: ProtectedTable): Displayed {
  const codesOf = (of: Axis): readonly string[] => [...new Set(rows.exposure.map(({ group }) => group[of] ?? ''))];
  const [firsts, seconds] = [codesOf(confounders[0]), codesOf(confounders[1])];
  const exposureOf = (arm: string): readonly DisplayedSum[] =>
    inOrder(rows.exposure, [axis, ...confounders], [[arm], firsts, seconds]).map((row) =>
      sumShown(row.encounters, table),
    );
  const others = codesOf(axis).filter((arm) => arm !== baseline && exposureOf(arm).some(isShown));
  const arms = [baseline, ...others];

  const axes = [axis, ...confounders];
  const codes = [arms, firsts, seconds];
  const margins = MARGINS.map((variables, at): Margin => {
    const chosen = inOrder(
      rows.outcomes[at] ?? [],
      variables.map((variable) => axes[variable] ?? ''),
      variables.map((variable) => codes[variable] ?? []),
    ).map(({ measures }) => measures[index]);
    return {
      variables,
      trials: chosen.map((planned) => sumShown(planned?.denominator ?? [], table)),
      events: chosen.map((planned) => sumShown(planned?.parts.flat() ?? [], table)),
    };
  });
  return { arms, sizes: [firsts.length, seconds.length], exposure: arms.flatMap(exposureOf), margins };
}

/** Among arm (0), first (1) and second (2) confounder, in the order of the questions. */
const MARGINS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

/** Rows in the order of the categories of their axes, the last fastest. */
function inOrder(
  rows: readonly PlannedRow[],
  axes: readonly Axis[],
  codes: readonly (readonly string[])[],
): readonly PlannedRow[] {
  const keyOf = ({ group }: PlannedRow): string => axes.map((axis) => group[axis]).join(' ');
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return product(codes).map((way) => {
    const row = byKey.get(way.join(' '));
    if (row === undefined) throw new Error('A table of a fitted comparison lacks a row.');
    return row;
  });
}

function inputsFrom({ sizes, exposure, margins }: Displayed, { sight: { lens } }: Asking): SeveralInputs {
  return {
    sizes,
    exposure: exposure.map((sum) => inputFrom(sum, lens)),
    outcomes: margins.map(({ variables, ...sums }) => {
      const trials = sums.trials.map((sum) => inputFrom(sum, lens));
      return { variables, trials, events: sums.events.map((sum, cell) => inputFrom(sum, lens, trials[cell])) };
    }),
  };
}

function comparisonIn({
  displayed,
  found,
  arm,
  isCrudeShown,
}: {
  displayed: Displayed;
  found: readonly (SeveralAdjusted | null)[];
  arm: string;
  isCrudeShown: boolean;
}): FittedComparison {
  const at = displayed.arms.indexOf(arm);
  const suppressedShare = at < 0 ? 1 : suppressedIn(displayed, at);
  return fittedComparison(found[at - 1] ?? null, { isCrudeShown, suppressedShare });
}

/** Share of suppressed counts among those of the arm, of the baseline, and of all arms together. */
function suppressedIn({ arms, exposure, margins }: Displayed, arm: number): number {
  const ofPair = (sums: readonly DisplayedSum[]): readonly DisplayedSum[] => {
    const size = sums.length / arms.length;
    return [...sums.slice(0, size), ...sums.slice(arm * size, (arm + 1) * size)];
  };
  const behind = [
    ...ofPair(exposure),
    ...margins.flatMap(({ variables: [first], trials, events }) =>
      first === 0 ? [...ofPair(trials), ...ofPair(events)] : [...trials, ...events],
    ),
  ];
  return behind.filter((sum) => !isShown(sum)).length / behind.length;
}

function isShown({ status }: DisplayedSum): boolean {
  return status === 'SHOWN';
}
