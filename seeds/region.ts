import { alaskaAndHawaii } from './agencies/alaska-and-hawaii.js';
import { mountain } from './agencies/mountain.js';
import { pacific } from './agencies/pacific.js';
import { southwest } from './agencies/southwest.js';
import type { AgencyStory } from './agency-story.js';

/** The demo region: forty invented agencies of the thirteen Western states, in order of id. */
export const region: readonly AgencyStory[] = [...pacific, ...mountain, ...southwest, ...alaskaAndHawaii].toSorted(
  (one, other) => (one.id < other.id ? -1 : 1),
);

/** Who lets whom see single-agency cells: the agencies of Washington share with one another. */
export const agreements: readonly { readonly grantingAgencyId: string; readonly askingAgencyId: string }[] = (() => {
  const sharing = pacific.filter(({ county }) => county.startsWith('WA/')).map(({ id }) => id);
  return sharing.flatMap((grantingAgencyId) =>
    sharing
      .filter((askingAgencyId) => askingAgencyId !== grantingAgencyId)
      .map((askingAgencyId) => ({ grantingAgencyId, askingAgencyId })),
  );
})();

/** The last month of the demo. */
export const LAST_MONTH = '2025-12';
