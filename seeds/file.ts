import { ANONYMISED_COLUMNS, lineOf } from '../schema/records/index.js';
import type { AnonymisedEncounter } from '../schema/records/index.js';

const ROWS_PER_PIECE = 2_000;

/** The anonymised file of these encounters, in pieces. */
export async function* fileOf(encounters: readonly AnonymisedEncounter[]): AsyncGenerator<Buffer> {
  yield Buffer.from(`${ANONYMISED_COLUMNS.join(',')}\n`);
  for (let from = 0; from < encounters.length; from += ROWS_PER_PIECE) {
    const lines = encounters.slice(from, from + ROWS_PER_PIECE).map(lineOf);
    yield await Promise.resolve(Buffer.from(`${lines.join('\n')}\n`));
  }
}
