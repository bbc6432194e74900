import type { Nearest } from '../flow/index.js';

import type { Asked } from './asked-as.js';
import { FIELD_OF_AXIS, PLACES } from './axis-fields.js';
import { questionText } from './question-text.js';
import type { PrintedQuestion } from './question-text.js';

const TIME_GRAINS = new Set(['MONTH', 'QUARTER', 'YEAR', 'YEARS']);

/** @param asked the measures of the question that is not answered. */
export function nearestOnWire({ question, changes }: Nearest, { as, measures }: Asked): NearestOnWire {
  const printed = printedAs(as.field, question);
  const { releaseId, ...parts } = printed;
  return {
    ...parts,
    field: as.field,
    release: releaseId,
    measuresDropped: measures.filter((code) => !question.measures.includes(code)),
    changes,
    query: questionText(printed, as),
  };
}

interface NearestOnWire extends Omit<PrintedQuestion, 'releaseId'> {
  readonly field: string;
  readonly release: string | null;
  readonly measuresDropped: readonly string[];
  readonly changes: readonly string[];
  readonly query: string;
}

/** A question by the arguments of its field: a trend has its time axis apart, an impact the quarters of its program. */
function printedAs(field: Asked['as']['field'], question: Nearest['question']): PrintedQuestion {
  const { by, period, releaseId, measures, persons = false, adjustFor = [] } = question;
  const isTrend = field === 'trend';
  return {
    by: field === 'impact' ? [] : by.filter((axis) => !isTrend || !TIME_GRAINS.has(axis)),
    grain: isTrend ? (by.find((axis) => TIME_GRAINS.has(axis)) ?? null) : null,
    adjustFor,
    where: filterOnWire(question.where),
    except: filterOnWire(question.except),
    period: field === 'impact' ? null : period,
    releaseId,
    measures,
    persons,
  };
}

/** A selection by the fields of `OutcomesFilter`; null where it restricts nothing. */
function filterOnWire(selection: Nearest['question']['where']): PrintedQuestion['where'] {
  const nodes = Object.entries(selection.nodes).map(([code, list]) => [FIELD_OF_AXIS[code] ?? code, list] as const);
  const places = Object.entries(PLACES).map(([field, key]) => [field, selection[key]] as const);
  const given = [...nodes, ...places].flatMap(([field, list]) => (list === undefined ? [] : [[field, list] as const]));
  return given.length === 0 ? null : Object.fromEntries(given);
}
