import { createHash } from 'node:crypto';

import { dimensions } from '../../schema/catalogue/index.js';
import { ANONYMISED_COLUMNS } from '../../schema/records/index.js';
import type { AnonymisedEncounter } from '../../schema/records/index.js';

/** Leaves to set, by dimension code. */
export type Leaves = Readonly<Record<string, string>>;

/** An encounter that is UNKNOWN in everything but what is said. */
export function encounter(name: string, month: string, leaves: Leaves = {}): AnonymisedEncounter {
  return {
    encounterKey: createHash('sha256').update(name).digest('hex').slice(0, 32),
    personToken: null,
    month,
    leaves: dimensions.map(({ code }) => leaves[code] ?? 'UNKNOWN'),
  };
}

/** So many encounters alike. */
export function encounters(
  count: number,
  name: string,
  month: string,
  leaves: Leaves = {},
): readonly AnonymisedEncounter[] {
  return Array.from({ length: count }, (_, index) => encounter(`${name} ${index}`, month, leaves));
}

/** The anonymised file of these encounters. */
export function anonymisedFile(rows: readonly AnonymisedEncounter[]): string {
  const lines = rows.map(({ encounterKey, personToken, month, leaves }) =>
    [encounterKey, personToken ?? '', month, ...leaves].join(','),
  );
  return [ANONYMISED_COLUMNS.join(','), ...lines, ''].join('\n');
}
