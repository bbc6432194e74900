import type { Agency, Audience, TokenHolder } from '../../schema/records/index.js';

/** The lens of each audience; a state office has its own for its own state only, an operator no special sight of counts. */
const LENS_OF: Readonly<Record<Audience, 'PARTNER' | 'RESEARCHER' | 'PUBLIC'>> = {
  PUBLIC: 'PUBLIC',
  RESEARCHER: 'RESEARCHER',
  OPERATOR: 'RESEARCHER',
  STATE_OFFICE: 'RESEARCHER',
  ANALYST: 'PARTNER',
  STEWARD: 'PARTNER',
};

/** The lens a question is answered through. `states` are those the question touches. */
export function lensNameFor(
  { audience, state }: TokenHolder,
  { states }: { states: readonly string[] },
): 'PARTNER' | 'STATE' | 'RESEARCHER' | 'PUBLIC' {
  const isOwnState = audience === 'STATE_OFFICE' && states.length > 0 && states.every((asked) => asked === state);
  return isOwnState ? 'STATE' : LENS_OF[audience];
}

/** Agencies whose single-agency cells the asker may see: its own and those that agreed, or those of its state. */
export function agencyLevelFor(
  { audience, agencyId, state }: TokenHolder,
  { grantorIds, agencies }: { grantorIds: readonly string[]; agencies: readonly Agency[] },
): ReadonlySet<string> {
  if (audience === 'STATE_OFFICE')
    return new Set(agencies.filter((agency) => agency.state === state).map(({ id }) => id));
  if ((audience !== 'ANALYST' && audience !== 'STEWARD') || agencyId === null) return new Set();
  return new Set([agencyId, ...grantorIds]);
}
