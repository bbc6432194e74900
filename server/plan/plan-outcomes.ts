import { KNOWN, NOT_COLLECTED, NOT_ENGAGED, UNKNOWN } from '../../schema/codelists/index.js';
import { dimensionOf } from '../../schema/catalogue/index.js';
import type { Measure } from '../../schema/catalogue/index.js';
import type { Cell, Family, OutcomesQuestion, Refused } from '../table/index.js';

import { areaFamiliesOf, familiesOf } from './families.js';
import { outlineOf } from './outline.js';
import type { Outline } from './outline.js';
import type { CellSum, OutcomesPlan, PlannedMeasure, PlannedRow, PlanningContext } from './planned.js';
import { cellsOf, denominatorOf, narrowed, nodeCovers } from './restriction.js';
import type { Restriction } from './restriction.js';

/**
 * Turn a question into the canonical cells behind every number of its answer, or refuse it.
 *
 * A pure function of the question, the registry and the audience: it never sees data, so a refusal tells nothing.
 * Source: disclosure policy, sections 2.2 and 2.6.
 */
export function planOutcomes(question: OutcomesQuestion, context: PlanningContext): OutcomesPlan | Refused {
  const outline = outlineOf(question, context);
  if ('kind' in outline) return outline;

  const rows = outline.rows.map((row) => planRow(row, outline.chosen));
  const printed = unique(printedCells(rows));
  const families = familiesNeeded(printed, context);
  const beside = families.flatMap(({ parent, children }) => [parent, ...children]);
  return { rows, cells: unique([...printed, ...beside]), families, months: [...outline.base.months] };
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

function planRow(
  { group, restriction, cover, mayShow }: Outline['rows'][number],
  chosen: readonly Measure[],
): PlannedRow {
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
  const denominator = denominatorOf(restriction, measure);
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
