import type { Agency, Release } from '../../../schema/records/index.js';
import type { Lattice } from '../../plan/index.js';
import type { PersonFacts } from '../../tabulate/index.js';
import type { AgencyPlace, Pool, PoolVerdict } from '../../table/index.js';

/** A release with the registry around it: everything about an answer that is not a count. */
export interface ReleaseScene {
  readonly release: Release;
  readonly lattice: Lattice;
  readonly verdictOn: (pool: Pool) => PoolVerdict;
  /** Null where no agency of the release tells persons apart. */
  readonly persons: PersonFacts | null;
  /** Agencies in the release. */
  readonly places: readonly AgencyPlace[];
  /** Every agency of the region, in the release or not, by id. */
  readonly agencies: ReadonlyMap<string, Agency>;
}
