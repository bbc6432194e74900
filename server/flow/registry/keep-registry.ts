import { z } from 'zod';

import type { Agency, NewProgram, Program, TokenHolder } from '../../../schema/records/index.js';
import { mayKeepRegistry, newToken, tokenSha256 } from '../../access/index.js';
import { AskerError, newId } from '../../lib/index.js';

import type { House } from '../house.js';
import { checkOpenings, checkServed } from './check-openings.js';

/** An id: small letters, digits and single hyphens. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DAY = z.iso.date();
const COUNTY = /^[A-Z]{2}\/\S.*$/;

/** Let an agency take part. Its rows are in the regional store. */
export async function registerAgency(
  agency: Omit<Agency, 'mode' | 'state'>,
  asker: TokenHolder,
  { store }: House,
): Promise<Agency> {
  if (!mayKeepRegistry(asker)) throw mayNotKeepRegistry();
  if (!ID.test(agency.id)) throw badField('agency id', agency.id, 'small letters, digits and single hyphens');
  if (!COUNTY.test(agency.county)) throw badField('county', agency.county, 'its state and name, such as WA/King');
  if (agency.name.trim() === '') throw badField('name', agency.name, 'some words');
  if ((await store.registry.agenciesByIds([agency.id])).length > 0) throw isTaken('agency', agency.id);
  const groups = (await store.registry.peerGroups())?.groups ?? [];
  if (groups.some(({ id }) => id === agency.id)) throw isTaken('peer group', agency.id);

  const registered = { ...agency, state: agency.county.slice(0, 2), mode: 'CONTRIBUTED' } as const;
  await store.registry.addAgency(registered);
  return registered;
}

/** Say that an agency runs a program: which response model it delivers, since when, where and at which hours. */
export async function registerProgram(
  program: Omit<NewProgram, 'id'>,
  asker: TokenHolder,
  { store }: House,
): Promise<Program> {
  if (!mayKeepRegistry(asker)) throw mayNotKeepRegistry();
  for (const day of [program.startedOn, program.endedOn ?? program.startedOn])
    if (!DAY.safeParse(day).success) throw badField('day', day, 'a date such as 2022-04-01');
  if ((program.endedOn ?? program.startedOn) < program.startedOn)
    throw badField('last day', program.endedOn ?? '', `not before ${program.startedOn}`);
  await knownAgency(program.agencyId, store);
  if (program.openings) checkOpenings(program.openings);
  await checkServed(program, store);

  const id = `${program.agencyId}:${program.responseModel.toLowerCase().replaceAll('_', '-')}`;
  if ((await store.registry.programsOfAgencies([program.agencyId])).some((known) => known.id === id))
    throw isTaken('program', id);
  const registered = { openings: null, serves: null, ...program, id };
  await store.registry.addProgram(registered);
  return registered;
}

/** Give somebody a token. It is shown this once: the house keeps its hash only. */
export async function issueToken(
  holder: Omit<TokenHolder, 'id'>,
  asker: TokenHolder,
  { store }: House,
): Promise<string> {
  if (!mayKeepRegistry(asker)) throw mayNotKeepRegistry();
  const { audience, agencyId, state } = holder;
  const needsAgency = audience === 'ANALYST' || audience === 'STEWARD';
  if (needsAgency !== (agencyId !== null)) throw misplaced('agency', 'an analyst or steward');
  if ((audience === 'STATE_OFFICE') !== (state !== null)) throw misplaced('state', 'a state office');
  if (agencyId !== null) await knownAgency(agencyId, store);

  const token = newToken();
  await store.tokens.add({ ...holder, id: newId(), sha256: tokenSha256(token) });
  return token;
}

/** The token of the first operator, made once, in a house that has issued none; null when it has. */
export async function firstOperatorToken({ store }: House): Promise<string | null> {
  if (!(await store.tokens.isEmpty())) return null;

  const token = newToken();
  const holder = { id: newId(), name: 'First operator', audience: 'OPERATOR', agencyId: null, state: null } as const;
  await store.tokens.add({ ...holder, sha256: tokenSha256(token) });
  return token;
}

export async function knownAgency(agencyId: string, store: House['store']): Promise<void> {
  if ((await store.registry.agenciesByIds([agencyId])).length > 0) return;
  throw new AskerError(
    'NOT_FOUND',
    `No agency ${agencyId} is registered. A program or token belongs to a registered one. Register it first.`,
  );
}

export function mayNotKeepRegistry(): AskerError {
  return new AskerError(
    'FORBIDDEN',
    'This token may not change who takes part. Only an operator may. Ask the operator of the region.',
  );
}

export function badField(what: string, given: string, limit: string): AskerError {
  return new AskerError('BAD_REQUEST', `The ${what} "${given}" cannot be used. It must be ${limit}. Mend it.`);
}

function isTaken(what: string, id: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `There is ${what} ${id} already. An id names one thing for good. Choose another.`,
  );
}

function misplaced(what: string, whose: string): AskerError {
  return new AskerError(
    'BAD_REQUEST',
    `The ${what} of the token does not go with its audience. Only ${whose} has one, and must. Give or leave out the ${what}.`,
  );
}
