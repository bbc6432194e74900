import { dimensionOf } from '../../schema/catalogue/index.js';
import type { Axis, GeographyLevel, Lens, OutcomesQuestion, Refused, TimeGrain } from '../table/index.js';

import { dimensionAxes } from './axes.js';

/** Most canonical cells one printed number may be the sum of. Source: disclosure policy, section 2.2. */
export const COMPONENTS_MAX = 64;
/** Most printed numbers in one answer. Source: disclosure policy, section 2.2. */
export const OUTPUT_CELLS_MAX = 5_000;

export function orderNotAllowed({
  question,
  restricted,
  lens,
}: {
  question: OutcomesQuestion;
  restricted: readonly string[];
  lens: Lens;
}): Refused {
  const axes = dimensionAxes(question.by);
  const last = axes.at(-1);
  const names = restricted.map((code) => dimensionOf(code).label).join(', ');

  return {
    kind: 'REFUSED',
    reason: 'ORDER_NOT_ALLOWED',
    message:
      `The table restricts ${restricted.length} dimensions at once (${names}), an outcome's own dimension included; ` +
      `at most ${lens.orderMax} are shown to this audience${pairsSentence(lens)}. Drop an axis or a filter.`,
    nearestBy: last === undefined ? null : question.by.filter((axis) => axis !== last),
  };
}

export function grainNotAllowed({
  question,
  level,
  finest,
}: {
  question: OutcomesQuestion;
  level: GeographyLevel;
  finest: TimeGrain;
}): Refused {
  return {
    kind: 'REFUSED',
    reason: 'TIME_GRAIN_NOT_ALLOWED',
    message:
      `The table needs periods shorter than a ${finest.toLowerCase()} for a single ${level.toLowerCase().replace('_', ' ')}; ` +
      `a ${finest.toLowerCase()} is the shortest shown to this audience there. Coarsen the time axis, and let the ` +
      `period begin and end with a whole ${finest.toLowerCase()}.`,
    nearestBy: coarserTime(question.by, finest),
  };
}

export function agencyLevelNotAllowed({ by }: OutcomesQuestion): Refused {
  return {
    kind: 'REFUSED',
    reason: 'AGENCY_LEVEL_NOT_ALLOWED',
    message:
      'The table asks for single agencies; this audience is shown counties and larger areas only. ' +
      'Ask by county or state instead.',
    nearestBy: by.map((axis) => (axis === 'AGENCY' ? 'COUNTY' : axis)),
  };
}

export function tooManyCells({ asked, allowed, what }: { asked: number; allowed: number; what: string }): Refused {
  return {
    kind: 'REFUSED',
    reason: 'TOO_MANY_CELLS',
    message: `This table would have ${asked} ${what}; at most ${allowed} are allowed. Drop an axis or coarsen the period.`,
    nearestBy: null,
  };
}

function coarserTime(by: readonly Axis[], finest: TimeGrain): readonly Axis[] {
  const tooFine = finest === 'YEAR' ? ['MONTH', 'QUARTER'] : ['MONTH'];
  return by.map((axis) => (tooFine.includes(axis) ? finest : axis));
}

function pairsSentence({ pairsAllowed }: Lens): string {
  return pairsAllowed.length === 0 ? '' : ', and the response model with one outcome';
}
