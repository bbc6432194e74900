import type { TokenHolder } from '../../../schema/records/index.js';
import { agencyLevelFor, lensNameFor } from '../../access/index.js';
import { agenciesAsked } from '../../plan/index.js';
import { lenses } from '../../protect/index.js';
import type { Lens, OutcomesQuestion } from '../../table/index.js';

import type { House } from '../house.js';
import type { ReleaseScene } from './scene.js';

/** How one asker sees one question: through which lens, and which single agencies. */
export interface Sight {
  readonly lens: Lens;
  readonly visibleAgencies: ReadonlySet<string>;
  /** The asker's own, whose rows they know already; null where they are of none. */
  readonly ownAgency: string | null;
}

export async function sightOf(
  { question, ...seen }: { asker: TokenHolder; question: OutcomesQuestion; scene: ReleaseScene },
  house: House,
): Promise<Sight> {
  return (await sightsOf(seen, house))(question);
}

/** How one asker sees each question about a release: the places asked about decide on the lens. */
export async function sightsOf(
  { asker, scene }: { asker: TokenHolder; scene: ReleaseScene },
  { store }: House,
): Promise<(question: OutcomesQuestion) => Sight> {
  const grantorIds = asker.agencyId === null ? [] : await store.registry.grantorsTo(asker.agencyId);
  const visibleAgencies = agencyLevelFor(asker, { grantorIds, agencies: [...scene.agencies.values()] });

  return (question) => {
    const asked = agenciesAsked(question, scene.lattice);
    const states = new Set(scene.places.filter(({ agencyId }) => asked.has(agencyId)).map(({ state }) => state));
    return { lens: lenses[lensNameFor(asker, { states: [...states] })], visibleAgencies, ownAgency: asker.agencyId };
  };
}
