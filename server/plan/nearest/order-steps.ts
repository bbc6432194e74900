import type { OutcomesQuestion, Selection } from '../../table/index.js';

import { dimensionAxes } from '../axes.js';
import type { Lattice } from '../lattice.js';
import { measuresWithinOrder } from '../order.js';
import type { Judged } from './judged.js';

/** Only the measures the audience may see in such a table; null where that is all of them, or none. */
export function withoutMeasuresTooHigh({ question, planned }: Judged, lattice: Lattice): OutcomesQuestion | null {
  const within = planned.map((one) => measuresWithinOrder(one.question, { lattice, lens: one.lens }));
  const measures = question.measures.filter((code) => within.every((codes) => codes.includes(code)));
  return measures.length === 0 || measures.length === question.measures.length ? null : { ...question, measures };
}

/** Numbers of encounters alone. */
export function withoutMeasures({ question }: Judged): OutcomesQuestion | null {
  return question.measures.length === 0 ? null : { ...question, measures: [] };
}

/** Encounters without the persons behind them. */
export function withoutPersons({ question }: Judged): OutcomesQuestion | null {
  return question.persons === true ? { ...question, persons: false } : null;
}

/** Without the last grouping that counts to the order of a table; of one that is too large without any, the last axis. */
export function withoutLastAxis({ question, refused }: Judged): OutcomesQuestion | null {
  const others = refused?.reason === 'TOO_MANY_CELLS' ? question.by : [];
  const last = dimensionAxes(question.by).at(-1) ?? others.at(-1);
  return last === undefined ? null : { ...question, by: question.by.filter((axis) => axis !== last) };
}

/** Without the last filter on a dimension: of those that leave out first, then of those that keep. */
export function withoutLastFilter({ question }: Judged): OutcomesQuestion | null {
  const { where, except } = question;
  const [fewerLeftOut, fewerKept] = [withoutLastNode(except), withoutLastNode(where)];
  if (fewerLeftOut !== null) return { ...question, except: fewerLeftOut };
  return fewerKept === null ? null : { ...question, where: fewerKept };
}

function withoutLastNode(selection: Selection): Selection | null {
  const filters = Object.entries(selection.nodes);
  return filters.length === 0 ? null : { ...selection, nodes: Object.fromEntries(filters.slice(0, -1)) };
}
