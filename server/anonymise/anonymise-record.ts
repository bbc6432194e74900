import type { AnonymisedEncounter, EncounterRecord } from '../../schema/records/index.js';

import { monthOf } from './bands.js';
import { leavesOf } from './leaves.js';
import type { Leaves } from './leaves.js';
import type { LinkKeys } from './link-key.js';

export interface Anonymised {
  readonly encounter: AnonymisedEncounter;
  readonly noticed: Leaves;
}

/** One record as it may travel. By construction it holds two keyed hashes, a month and codes, and nothing else. */
export function anonymised(record: EncounterRecord, keys: LinkKeys): Anonymised {
  const noticed = leavesOf(record);
  return {
    noticed,
    encounter: {
      encounterKey: keys.encounterKeyOf(record.incident),
      personToken: record.person === null ? null : keys.personTokenOf(record.person),
      month: monthOf(record.calledAt),
      leaves: noticed.leaves,
    },
  };
}
