import type { Agency } from '../../../schema/records/index.js';
import type { AgencyPlace } from '../../table/index.js';

/** Where agencies lie. */
export function placesOf(agencies: readonly Agency[]): readonly AgencyPlace[] {
  return agencies.map(({ id, county, state }) => ({ agencyId: id, county, state }));
}
