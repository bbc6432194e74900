import { KNOWN, NOT_COLLECTED, NOT_ENGAGED, UNKNOWN } from '../../schema/codelists/index.js';
import { dimensionOf, measures } from '../../schema/catalogue/index.js';
import type { Measure } from '../../schema/catalogue/index.js';
import type { Cell, Family, Lens, OutcomesQuestion, Refused } from '../table/index.js';

import { categoriesOf, dimensionAxes } from './axes.js';
import { baseRestriction } from './base-restriction.js';
import { firstBreach } from './breaches.js';
import { areaFamiliesOf, familiesOf } from './families.js';
import type { CellSum, OutcomesPlan, PlannedMeasure, PlannedRow, PlanningContext } from './planned.js';
import { product } from './product.js';
import { mixesPeerGroups, peerGroupMixed } from './peer-groups-alone.js';
import { agencyLevelNotAllowed, OUTPUT_CELLS_MAX, orderNotAllowed, tooManyCells } from './refusals.js';
import { cellsOf, coverOf, narrowed, nodeCovers, restrictedDimensions } from './restriction.js';
import type { Cover, Restriction } from './restriction.js';

/**
 * Turn a question into the canonical cells behind every number of its answer, or refuse it.
 *
 * A pure function of the question, the registry and the audience: it never sees data, so a refusal tells nothing.
 * Source: disclosure policy, sections 2.2 and 2.6.
 */
export function planOutcomes(question: OutcomesQuestion, context: PlanningContext): OutcomesPlan | Refused {
  const { lattice, lens } = context;
  const asksAgencies =
    question.by.includes('AGENCY') || (question.where.agencies ?? question.except.agencies) !== undefined;
  if (asksAgencies && lens.finestGrain.AGENCY === null) return agencyLevelNotAllowed(question);
  if (mixesPeerGroups(question)) return peerGroupMixed(question);

  const base = baseRestriction(question, lattice);
  if ('kind' in base) return base;

  const chosen = measures.filter(({ code }) => question.measures.includes(code));
  const orderBreach = orderRefusal({ question, base, chosen, lens });
  if (orderBreach !== null) return orderBreach;

  return planRows({ question, base, chosen, context });
}

function planRows({
  question,
  base,
  chosen,
  context,
}: {
  question: OutcomesQuestion;
  base: Restriction;
  chosen: readonly Measure[];
  context: PlanningContext;
}): OutcomesPlan | Refused {
  const axes = question.by.map((axis) =>
    categoriesOf(axis, base, context.lattice).map((category) => ({ axis, ...category })),
  );
  const rowCount = axes.reduce((count, categories) => count * categories.length, 1);
  const outputCells = rowCount * (1 + chosen.length);
  if (outputCells > OUTPUT_CELLS_MAX)
    return tooManyCells({ asked: outputCells, allowed: OUTPUT_CELLS_MAX, what: 'cells' });

  const restrictions = product(axes).map((way) => ({
    group: Object.fromEntries(way.map(({ axis, node }) => [axis, node])),
    restriction: way.reduce((row, { restrict }) => restrict(row), base),
  }));
  const breach = firstBreach({ question, rows: restrictions.map((row) => row.restriction), chosen, context });
  if (breach !== null) return breach;

  const rows = restrictions.map((row) => planRow({ ...row, chosen, context }));
  const printed = unique(printedCells(rows));
  const families = familiesNeeded(printed, context);
  const beside = families.flatMap(({ parent, children }) => [parent, ...children]);
  return { rows, cells: unique([...printed, ...beside]), families, months: [...base.months] };
}

/** The families a complement may be chosen in. */
function familiesNeeded(
  printed: readonly Cell[],
  { lens, lattice, mayConcentrate }: PlanningContext,
): readonly Family[] {
  if (lens.complements === 'NONE') return [];
  const alongDimensions = mayConcentrate || lens.complements === 'EVERY_SUPPRESSED' ? familiesOf(printed) : [];
  return mayConcentrate ? [...alongDimensions, ...areaFamiliesOf(printed, lattice)] : alongDimensions;
}

function planRow({
  group,
  restriction,
  chosen,
  context,
}: {
  group: Readonly<Record<string, string>>;
  restriction: Restriction;
  chosen: readonly Measure[];
  context: PlanningContext;
}): PlannedRow {
  const cover = coverOf(restriction, context.lattice);
  const mayShow = (narrow: Restriction): boolean => isPermitted(cover, restrictedDimensions(narrow).length, context);
  const sum = (narrow: Restriction): CellSum =>
    mayShow(narrow) ? cellsOf({ ...cover, nodes: nodeCovers(narrow) }) : [];

  return {
    group,
    agencyIds: [...restriction.agencies],
    months: [...restriction.months],
    isPermitted: mayShow(restriction),
    encounters: sum(restriction),
    measures: chosen.map((measure) => planMeasure({ measure, restriction, mayShow, sum })),
  };
}

/** Whether every area and time of a cover may be shown to the asker in a table of so many dimensions. */
function isPermitted({ geographies, times }: Cover, order: number, context: PlanningContext): boolean {
  const { visibleAgencies, verdictOn, lens } = context;
  return geographies.every((geography) => {
    const unseen = geography.agencyIds.filter((id) => !visibleAgencies.has(id)).length;
    if (geography.level === 'AGENCY') return unseen === 0 && order <= lens.agencyOrderMax;
    if (unseen === 0 && lens.unseenMin === null) return true;

    const verdicts = new Set(times.map((time) => verdictOn({ geography, time })));
    const isWide = unseen >= (lens.unseenMin ?? 0) && !verdicts.has('ORDER_ONE');
    return !verdicts.has('CLOSED') && (order <= 1 || isWide);
  });
}

function planMeasure({
  measure,
  restriction,
  mayShow,
  sum,
}: {
  measure: Measure;
  restriction: Restriction;
  mayShow: (narrow: Restriction) => boolean;
  sum: (narrow: Restriction) => CellSum;
}): PlannedMeasure {
  const { isOutcome } = dimensionOf(measure.dimension);
  const within = (nodes: readonly string[]): Restriction => narrowed(restriction, measure.dimension, nodes);
  const denominator = within(measure.kind === 'RATE' ? measure.denominator : [KNOWN]);
  return {
    measure,
    isPermitted: mayShow(denominator),
    parts: partsOf(measure).map((nodes) => sum(within(nodes))),
    denominator: sum(denominator),
    unknown: sum(within([UNKNOWN])),
    notCollected: sum(within([NOT_COLLECTED])),
    notEngaged: isOutcome ? sum(within([NOT_ENGAGED])) : null,
  };
}

/** The node sets a measure counts: its numerator, its bins, or its parts. */
function partsOf(measure: Measure): readonly (readonly string[])[] {
  if (measure.kind === 'RATE') return [measure.numerator];
  return dimensionOf(measure.dimension)
    .tree.leavesOf(KNOWN)
    .map((leaf) => [leaf]);
}

function orderRefusal({
  question,
  base,
  chosen,
  lens,
}: {
  question: OutcomesQuestion;
  base: Restriction;
  chosen: readonly Measure[];
  lens: Lens;
}): Refused | null {
  const asked = new Set([...restrictedDimensions(base), ...dimensionAxes(question.by)]);
  const tables = [asked, ...chosen.map(({ dimension }) => new Set([...asked, dimension]))];
  const breach = tables.find((table) => !isAllowed(table, lens));

  return breach === undefined ? null : orderNotAllowed({ question, restricted: [...breach], lens });
}

function isAllowed(restricted: ReadonlySet<string>, { orderMax, pairsAllowed }: Lens): boolean {
  const isRegisteredPair =
    restricted.size === 2 && pairsAllowed.some((pair) => pair.every((code) => restricted.has(code)));
  return restricted.size <= orderMax || isRegisteredPair;
}

function printedCells(rows: readonly PlannedRow[]): readonly Cell[] {
  return rows
    .flatMap(({ encounters, measures: planned }) => [
      encounters,
      ...planned.flatMap(({ parts, denominator, unknown, notCollected, notEngaged }) => [
        ...parts,
        denominator,
        unknown,
        notCollected,
        notEngaged ?? [],
      ]),
    ])
    .flat();
}

function unique(cells: readonly Cell[]): readonly Cell[] {
  return [...new Map(cells.map((cell) => [cell.id, cell])).values()];
}
