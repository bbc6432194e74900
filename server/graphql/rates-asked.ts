import { measures } from '../../schema/catalogue/index.js';
import { rateMeasureName } from '../../schema/graphql/index.js';
import { AskerError } from '../lib/index.js';

/** Codes of the rates an argument names, each once, in the order of the catalogue. */
export function ratesAsked(names: readonly string[]): readonly string[] {
  if (names.length === 0) throw noMeasure();
  const asked = new Set(names);
  return measures
    .filter(({ kind, code }) => kind === 'RATE' && asked.has(rateMeasureName(code)))
    .map(({ code }) => code);
}

function noMeasure(): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    'The list given for `measures` is empty, so there is nothing to compute. Name at least one rate, ' +
      'such as [ARREST_RATE]; `codebook` has them all.',
  );
}
