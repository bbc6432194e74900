import type { Release } from '../../../schema/records/index.js';
import { latticeOf, poolsOf } from '../../plan/index.js';
import { poolRule } from '../../protect/index.js';
import { keySetsMax } from '../../release/index.js';
import { AskerError } from '../../lib/index.js';
import { agencyMonthSizes } from '../../tabulate/index.js';

import type { House } from '../house.js';
import { madeWith } from '../releases/made-with.js';
import type { ReleaseScene } from './scene.js';

/** The release asked for, or the latest; null when there is none. */
export async function releaseScene(releaseId: string | null, house: House): Promise<ReleaseScene | null> {
  const { scenes, latest } = house.memory;
  const id = releaseId ?? latest.get('release');
  const known = id === undefined || releaseId !== null ? undefined : scenes.get(id);
  if (known !== undefined) return known;

  const { releases } = house.store;
  const release = releaseId === null ? await releases.latest() : await releases.byId(releaseId);
  if (release === null) return null;
  if (release.retiredAt !== null) throw isRetired(release, (await releases.latest()) ?? release);

  const scene = scenes.get(release.id) ?? (await sceneOf(release, house));
  scenes.set(release.id, scene);
  if (releaseId === null) latest.set('release', release.id);
  return scene;
}

async function sceneOf(release: Release, { store, secrets }: House): Promise<ReleaseScene> {
  const { id, manifest } = release;
  // A rotation may have published it from another process while this one still has the secrets of before.
  if (!madeWith(release, secrets)) throw new Error(`Release ${id} was made with other secrets than this process has.`);

  const agencies = new Map((await store.registry.agencies()).map((agency) => [agency.id, agency]));
  const places = manifest.participants.map(({ agencyId, county, state }) => ({ agencyId, county, state }));
  const telling = manifest.participants.filter(({ hasPersonTokens }) => hasPersonTokens);
  const agencyIds = new Set(telling.map(({ agencyId }) => agencyId));
  const frequent = telling.length === 0 ? [] : await store.releases.frequentPersons(id);
  const persons = telling.length === 0 ? null : { agencyIds, frequent, keySetsMax: keySetsMax(manifest) };

  const closed = { from: release.fromMonth, through: release.throughMonth };
  const lattice = latticeOf(places, closed, { yearSpans: manifest.yearSpans, peerGroups: manifest.peerGroups });
  const sizes = await agencyMonthSizes(id, store);
  return { release, lattice, verdictOn: poolRule(sizes, poolsOf(lattice)), persons, places, agencies };
}

function isRetired({ id }: Release, latest: Release): AskerError {
  return new AskerError(
    'NOT_FOUND',
    `Release ${id} is retired: encounters in it were erased by law, and its numbers cannot be made again. A release answers ` +
      `until then. Ask the latest, ${latest.id}.`,
  );
}
