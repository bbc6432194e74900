import { world } from './open-world.js';
import type { Region, World } from './open-world.js';
import type { RegionKind } from './region.js';

/** The regions of one seed, each opened once when it is first attacked, and their weakened builds. */
export interface Regions {
  readonly of: (kind?: RegionKind) => Promise<Region>;
  /** One process for every weakening of a region. */
  readonly weakened: (kind: RegionKind | undefined, weakening: string) => Promise<World>;
  readonly close: () => Promise<void>;
}

export function regionsOf(seed: number): Regions {
  const regions = new Map<RegionKind, Promise<Region>>();
  const builds = new Map<string, Promise<World>>();
  const of = (kind: RegionKind = 'SIX'): Promise<Region> => {
    const region = regions.get(kind) ?? world(seed, kind);
    regions.set(kind, region);
    return region;
  };
  return {
    of,
    weakened: (kind, weakening) => {
      const name = `${kind} ${weakening}`;
      const build = builds.get(name) ?? of(kind).then((region) => region.weakened(weakening));
      builds.set(name, build);
      return build;
    },
    close: async () => {
      for (const region of await Promise.all(regions.values())) await region.close();
    },
  };
}
