import type { Nearest, OutcomesQuestion } from '../flow/index.js';

import { FIELD_OF_AXIS, PLACES } from './axis-fields.js';
import { questionText } from './question-text.js';
import type { AskedAs } from './question-text.js';

/** @param asked the measures of the question that is not answered. */
export function nearestOnWire(
  { question, changes }: Nearest,
  asked: { readonly as: AskedAs; readonly measures: readonly string[] },
): object {
  const { releaseId, by, period, measures } = question;
  const [where, except] = [filterOnWire(question.where), filterOnWire(question.except)];
  return {
    field: asked.as.field,
    by,
    where,
    except,
    period,
    release: releaseId,
    measures,
    measuresDropped: asked.measures.filter((code) => !measures.includes(code)),
    changes,
    query: questionText({ by, where, except, period, releaseId, measures }, asked.as),
  };
}

/** A selection by the fields of `OutcomesFilter`; null where it restricts nothing. */
function filterOnWire(selection: OutcomesQuestion['where']): Readonly<Record<string, readonly string[]>> | null {
  const nodes = Object.entries(selection.nodes).map(([code, list]) => [FIELD_OF_AXIS[code] ?? code, list] as const);
  const places = Object.entries(PLACES).map(([field, key]) => [field, selection[key]] as const);
  const given = [...nodes, ...places].flatMap(([field, list]) => (list === undefined ? [] : [[field, list] as const]));
  return given.length === 0 ? null : Object.fromEntries(given);
}
