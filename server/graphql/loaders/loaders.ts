import DataLoader from 'dataloader';

import type { Agency, Declaration, PeerGroup, Program } from '../../../schema/records/index.js';
import type { House } from '../../flow/index.js';

/** One set per request: a loader remembers what its asker was allowed to see. */
export interface Loaders {
  readonly agencyById: DataLoader<string, Agency | null>;
  /** Newest first. */
  readonly declarationsOfAgency: DataLoader<string, readonly Declaration[]>;
  readonly peerGroupOfAgency: DataLoader<string, PeerGroup | null>;
  readonly programsOfAgency: DataLoader<string, readonly Program[]>;
}

export function loadersOf({ registry, declarations }: House['store']): Loaders {
  return {
    agencyById: new DataLoader(async (ids) => {
      const agencies = new Map((await registry.agenciesByIds(ids)).map((agency) => [agency.id, agency]));
      return ids.map((id) => agencies.get(id) ?? null);
    }),
    declarationsOfAgency: new DataLoader(async (agencyIds) => {
      const found = await declarations.ofAgencies(agencyIds);
      return agencyIds.map((id) => found.filter(({ agencyId }) => agencyId === id));
    }),
    peerGroupOfAgency: new DataLoader(async (agencyIds) => {
      const groups = (await registry.peerGroups())?.groups ?? [];
      return agencyIds.map((id) => groups.find((group) => group.agencyIds.includes(id)) ?? null);
    }),
    programsOfAgency: new DataLoader(async (agencyIds) => {
      const programs = await registry.programsOfAgencies(agencyIds);
      return agencyIds.map((id) => programs.filter(({ agencyId }) => agencyId === id));
    }),
  };
}
