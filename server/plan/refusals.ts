import { dimensionOf } from '../../schema/catalogue/index.js';
import { refused } from '../table/index.js';
import type { GeographyLevel, Lens, Refused, TimeGrain } from '../table/index.js';

/** Most canonical cells one printed number may be the sum of. Source: disclosure policy, section 2.2. */
export const COMPONENTS_MAX = 64;
/** Most printed numbers in one answer. Source: disclosure policy, section 2.2. */
export const OUTPUT_CELLS_MAX = 5_000;

export function orderNotAllowed({ restricted, lens }: { restricted: readonly string[]; lens: Lens }): Refused {
  const names = restricted.map((code) => dimensionOf(code).label).join(', ');

  return refused({
    reason: 'ORDER_NOT_ALLOWED',
    because:
      `The table restricts ${restricted.length} dimensions at once (${names}), an outcome's own dimension included; ` +
      `at most ${lens.orderMax} are shown to this audience${pairsSentence(lens)}.`,
    remedy: 'Drop an axis or a filter.',
  });
}

export function grainNotAllowed({ level, finest }: { level: GeographyLevel; finest: TimeGrain }): Refused {
  const grain = finest.toLowerCase();
  return refused({
    reason: 'TIME_GRAIN_NOT_ALLOWED',
    because:
      `The table needs periods shorter than a ${grain} for a single ${level.toLowerCase().replace('_', ' ')}; ` +
      `a ${grain} is the shortest shown to this audience there.`,
    remedy: `Coarsen the time axis, and let the period begin and end with a whole ${grain}.`,
  });
}

export function agencyLevelNotAllowed(): Refused {
  return refused({
    reason: 'AGENCY_LEVEL_NOT_ALLOWED',
    because:
      'The table asks for single agencies of places where this audience is shown counties and larger areas only; a state ' +
      'office is shown those of its own state.',
    remedy: 'Ask by county or state instead, or for your own state alone.',
  });
}

export function tooManyCells({ asked, allowed, what }: { asked: number; allowed: number; what: string }): Refused {
  return refused({
    reason: 'TOO_MANY_CELLS',
    because: `This table would have ${asked} ${what}; at most ${allowed} are allowed.`,
    remedy: 'Drop an axis or coarsen the period.',
  });
}

/** Of a question that is planned, but to a table in which nothing is for this asker, or nothing at all. */
export function noRowPermitted(): Refused {
  return refused({
    reason: 'NO_ROW_PERMITTED',
    because:
      'No row of this table may be shown to you: there is none, or each is of single agencies without an agreement that lets ' +
      'you see them, or of areas where too few agencies report, or one has too much of the encounters, to hide any of them.',
    remedy: 'Ask for larger areas or longer periods.',
  });
}

function pairsSentence({ pairsAllowed }: Lens): string {
  return pairsAllowed.length === 0 ? '' : ', and the response model with one outcome';
}
