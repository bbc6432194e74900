import type { Agency, ReleaseKind, TokenHolder } from '../../schema/records/index.js';
import type { House } from '../../server/flow/index.js';
import { acceptSubmission, draftRelease, publishRelease, receiveSubmission } from '../../server/flow/index.js';

export const operator: TokenHolder = { id: 'op', name: 'Operator', audience: 'OPERATOR', agencyId: null, state: null };
export const researcher: TokenHolder = {
  id: 're',
  name: 'Researcher',
  audience: 'RESEARCHER',
  agencyId: null,
  state: null,
};
export const publicReader: TokenHolder = { id: 'pu', name: 'Public', audience: 'PUBLIC', agencyId: null, state: null };

export function analystOf(agencyId: string): TokenHolder {
  return { id: `an-${agencyId}`, name: 'Analyst', audience: 'ANALYST', agencyId, state: null };
}

export function stewardOf(agencyId: string): TokenHolder {
  return { id: `st-${agencyId}`, name: 'Steward', audience: 'STEWARD', agencyId, state: null };
}

export function stateOfficeOf(state: string): TokenHolder {
  return { id: `so-${state}`, name: 'State office', audience: 'STATE_OFFICE', agencyId: null, state };
}

/** An agency of a county, ready to submit. */
export async function onboard(house: House, id: string, county: string): Promise<Agency> {
  const agency: Agency = {
    id,
    name: id,
    kind: 'MUNICIPAL_POLICE',
    state: county.slice(0, 2),
    county,
    mode: 'CONTRIBUTED',
    isSynthetic: true,
  };
  await house.store.registry.addAgency(agency);
  return agency;
}

/** Submit a file for an agency and accept it. */
export async function contribute(house: House, agencyId: string, file: string): Promise<string> {
  const receipt = await receiveSubmission({ agencyId, content: asStream(file) }, operator, house);
  await acceptSubmission({ submissionId: receipt.submission.id }, operator, house);
  return receipt.submission.id;
}

/** Draft a release and publish it. */
export async function release(house: House, throughMonth: string, kind: ReleaseKind = 'ORDINARY'): Promise<string> {
  const draft = await draftRelease({ throughMonth, kind }, operator, house);
  return (await publishRelease({ draftId: draft.id }, operator, house)).id;
}

export async function* asStream(text: string, pieceBytes = 65_536): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    await Promise.resolve();
    yield bytes.subarray(from, from + pieceBytes);
  }
}
