import { measures } from '../../catalogue/index.js';

import { enumType } from '../enum-type.js';

/** `arrestRate` -> `ARREST_RATE`: the name of a measure as an argument. */
export function rateMeasureName(code: string): string {
  return code.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

const rates = measures.filter(({ kind }) => kind === 'RATE');

/** Every rate of the catalogue, as an argument. */
export const RateMeasure = enumType({
  name: 'RateMeasure',
  description: 'A rate of the catalogue: `codebook` has numerator, denominator, exclusions and source of each.',
  values: Object.fromEntries(
    rates.map(({ code, label, definition }) => [rateMeasureName(code), `${label}. ${definition}`]),
  ),
});
