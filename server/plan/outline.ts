import { measures } from '../../schema/catalogue/index.js';
import type { Measure } from '../../schema/catalogue/index.js';
import { product } from '../lib/index.js';
import type { OutcomesQuestion, Refused } from '../table/index.js';

import { categoriesOf, dimensionAxes } from './axes.js';
import { baseRestriction } from './base-restriction.js';
import { firstBreach } from './breaches.js';
import { orderRefusal } from './order.js';
import { mixesPeerGroups, peerGroupMixed } from './peer-groups-alone.js';
import { personsBreach } from './persons-alone.js';
import type { PlanningContext } from './planned.js';
import { OUTPUT_CELLS_MAX, agencyLevelNotAllowed, tooManyCells } from './refusals.js';
import { coverOf, denominatorOf, restrictedDimensions } from './restriction.js';
import type { Cover, Restriction } from './restriction.js';

/** A table before its cells are made: which rows it has, and what of them may be shown. */
export interface Outline {
  readonly base: Restriction;
  readonly chosen: readonly Measure[];
  readonly rows: readonly OutlinedRow[];
}

/** A row before its cells are made. */
export interface OutlinedRow {
  readonly group: Readonly<Record<string, string>>;
  readonly restriction: Restriction;
  readonly cover: Cover;
  /** Whether the asker may see a part of the row, which restricts as many dimensions as it does. */
  readonly mayShow: (part: Restriction) => boolean;
}

/** The rows of a question and what the asker may see of them, or the refusal of it. All that a refusal needs. */
export function outlineOf(question: OutcomesQuestion, context: PlanningContext): Outline | Refused {
  const { lattice, lens } = context;
  const asksAgencies =
    question.by.includes('AGENCY') || (question.where.agencies ?? question.except.agencies) !== undefined;
  if (asksAgencies && lens.finestGrain.AGENCY === null) return agencyLevelNotAllowed();
  if (mixesPeerGroups(question)) return peerGroupMixed();

  const base = baseRestriction(question, lattice);
  if ('kind' in base) return base;

  const orderBreach = orderRefusal({ question, base, lens });
  if (orderBreach !== null) return orderBreach;

  const chosen = measures.filter(({ code }) => question.measures.includes(code));
  return outlinedRows({ question, base, chosen, context });
}

/** Whether anything of a row may be shown. */
export function mayShowRow({ restriction, mayShow }: OutlinedRow): boolean {
  return mayShow(restriction);
}

/** Whether a measure may be shown in a row. */
export function mayShowMeasure({ restriction, mayShow }: OutlinedRow, measure: Measure): boolean {
  return mayShow(denominatorOf(restriction, measure));
}

/** Whether there is a row of which something that was asked for may be shown: a measure of it, or its number of encounters. */
export function showsSomething({ rows, chosen }: Pick<Outline, 'rows' | 'chosen'>): boolean {
  return rows.some(
    (row) => mayShowRow(row) && (chosen.length === 0 || chosen.some((measure) => mayShowMeasure(row, measure))),
  );
}

function outlinedRows({
  question,
  base,
  chosen,
  context,
}: {
  question: OutcomesQuestion;
  base: Restriction;
  chosen: readonly Measure[];
  context: PlanningContext;
}): Outline | Refused {
  const axes = question.by.map((axis) =>
    categoriesOf(axis, base, context.lattice).map((category) => ({ axis, ...category })),
  );
  const rowCount = axes.reduce((count, categories) => count * categories.length, 1);
  const outputCells = rowCount * (1 + chosen.length);
  if (outputCells > OUTPUT_CELLS_MAX)
    return tooManyCells({ asked: outputCells, allowed: OUTPUT_CELLS_MAX, what: 'cells' });

  const standsForAll = dimensionAxes(question.by).filter((axis) => context.wholeAxes?.includes(axis) === false);
  const outlined = axes.map((list) => list.filter(({ axis }, index) => index === 0 || !standsForAll.includes(axis)));
  const rows = product(outlined).map((way): OutlinedRow => {
    const restriction = way.reduce((row, { restrict }) => restrict(row), base);
    const cover = coverOf(restriction, context.lattice);
    return {
      group: Object.fromEntries(way.map(({ axis, node }) => [axis, node])),
      restriction,
      cover,
      mayShow: (part) => isPermitted(cover, restrictedDimensions(part).length, context),
    };
  });
  const notCounted = personsBreach(
    question,
    rows.map(({ cover }) => cover),
  );
  if (notCounted !== null) return notCounted;
  return firstBreach({ rows, chosen, lens: context.lens }) ?? { base, chosen, rows };
}

/** Whether every area and time of a cover may be shown to the asker in a table of so many dimensions. */
function isPermitted({ geographies, times }: Cover, order: number, context: PlanningContext): boolean {
  const { visibleAgencies, ownAgency = null, verdictOn, lens } = context;
  return geographies.every((geography) => {
    const unseen = geography.agencyIds.filter((id) => !visibleAgencies.has(id)).length;
    if (geography.level === 'AGENCY')
      return unseen === 0 && (order <= lens.agencyOrderMax || geography.id === ownAgency);
    if (unseen === 0 && lens.unseenMin === null) return true;

    const verdicts = new Set(times.map((time) => verdictOn({ geography, time })));
    const isWide = unseen >= (lens.unseenMin ?? 0) && !verdicts.has('ORDER_ONE');
    return !verdicts.has('CLOSED') && (order <= 1 || isWide);
  });
}
